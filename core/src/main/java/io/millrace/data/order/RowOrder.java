package io.millrace.data.order;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import java.util.ArrayList;
import java.util.List;

/** The order of rows by several columns, as ORDER BY and sorting keys state it. Immutable; threads share it. */
public final class RowOrder {
    private final int[] columns;
    private final ValueOrder[] orders;
    private final int[] signs;
    private final int[] nulls;

    /**
     * One key.
     *
     * @param nullsFirst where NULL and NaN stand; they are last by default in both directions
     */
    public record Key(int column, boolean descending, boolean nullsFirst) {}

    private RowOrder(int width) {
        columns = new int[width];
        orders = new ValueOrder[width];
        signs = new int[width];
        nulls = new int[width];
    }

    /** The order of blocks of a header. */
    public static RowOrder of(Header header, List<Key> keys) {
        RowOrder order = new RowOrder(keys.size());
        for (int k = 0; k < keys.size(); k++) {
            Key key = keys.get(k);
            order.columns[k] = key.column();
            order.orders[k] = ValueOrder.of(header.type(key.column()));
            order.signs[k] = key.descending() ? -1 : 1;
            order.nulls[k] = key.descending() == key.nullsFirst() ? 1 : -1;
        }
        return order;
    }

    /** Ascending by some columns, NULL last: the order of a table's sorting key. */
    public static RowOrder ascending(Header header, int[] columns) {
        List<Key> keys = new ArrayList<>();
        for (int column : columns) {
            keys.add(new Key(column, false, false));
        }
        return of(header, keys);
    }

    /**
     * The key columns of a block in a form for {@link #compare(Column[], int, Column[], int)}: constants repeated.
     */
    public Column[] keysOf(Block block) {
        Column[] keys = new Column[columns.length];
        for (int k = 0; k < keys.length; k++) {
            Column column = block.column(columns[k]);
            keys[k] = column instanceof ConstColumn constant ? constant.plain() : column;
        }
        return keys;
    }

    /** Compares row {@code i} of one block's keys with row {@code j} of another's. */
    public int compare(Column[] a, int i, Column[] b, int j) {
        for (int k = 0; k < orders.length; k++) {
            int order = orders[k].compare(a[k], i, b[k], j, nulls[k]);
            if (order != 0) {
                return order * signs[k];
            }
        }
        return 0;
    }

    /** Number of keys. */
    public int width() {
        return columns.length;
    }
}
