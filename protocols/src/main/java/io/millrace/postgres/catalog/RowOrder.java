package io.millrace.postgres.catalog;

import io.millrace.sql.ast.OrderElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows by keys: NULLs last when ascending, first when descending, unless it is said otherwise. */
final class RowOrder {
    private RowOrder() {}

    static int compare(@Nullable Object[] a, @Nullable Object[] b, List<OrderElement> elements) {
        for (int i = 0; i < elements.size(); i++) {
            OrderElement element = elements.get(i);
            int order;
            if (a[i] == null || b[i] == null) {
                boolean first = switch (element.nulls()) {
                    case FIRST -> true;
                    case LAST -> false;
                    case DEFAULT -> element.descending();
                };
                order = a[i] == b[i] ? 0 : (a[i] == null) == first ? -1 : 1;
            } else {
                int plain = Operators.compare(a[i], b[i]);
                order = element.descending() ? -plain : plain;
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
