package io.millrace.pipeline.operator.result;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The smallest and the largest value of each column of a result, for the setting {@code extremes}; NULL and NaN only where there is nothing else. Not thread-safe. */
public final class Extremes {
    private final Header header;
    private final ValueOrder[] orders;
    private final List<Column> min = new ArrayList<>();
    private final List<Column> max = new ArrayList<>();

    public Extremes(Header header) {
        this.header = header;
        orders = header.types().stream().map(ValueOrder::of).toArray(ValueOrder[]::new);
    }

    /** Takes the rows of a block into account. */
    public void add(Block block) {
        if (block.rows() == 0) {
            return;
        }
        boolean first = min.isEmpty();
        for (int i = 0; i < orders.length; i++) {
            Column column = header.type(i).layout() == Layout.DICTIONARY
                    ? block.column(i)
                    : block.column(i).plain();
            Column low = least(orders[i], column, block.rows());
            Column high = greatest(orders[i], column, block.rows());
            if (first) {
                min.add(low);
                max.add(high);
            } else {
                min.set(i, orders[i].compare(low, 0, min.get(i), 0, 1) < 0 ? low : min.get(i));
                max.set(i, orders[i].compare(high, 0, max.get(i), 0, -1) > 0 ? high : max.get(i));
            }
        }
    }

    private static Column least(ValueOrder order, Column column, int rows) {
        int best = 0;
        for (int row = 1; row < rows; row++) {
            best = order.compare(column, row, column, best, 1) < 0 ? row : best;
        }
        return column.slice(best, best + 1);
    }

    private static Column greatest(ValueOrder order, Column column, int rows) {
        int best = 0;
        for (int row = 1; row < rows; row++) {
            best = order.compare(column, row, column, best, -1) > 0 ? row : best;
        }
        return column.slice(best, best + 1);
    }

    /** Two rows: the smallest and the largest values; empty when there was no row. */
    public Optional<Block> block() {
        if (min.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            ColumnBuilder builder = ColumnBuilder.of(header.type(i), 2);
            builder.append(min.get(i), 0);
            builder.append(max.get(i), 0);
            columns.add(builder.build());
        }
        return Optional.of(new Block(header, columns, 2));
    }
}
