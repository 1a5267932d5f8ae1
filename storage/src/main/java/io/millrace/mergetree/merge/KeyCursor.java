package io.millrace.mergetree.merge;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.mergetree.read.PartRows;
import io.millrace.mergetree.write.SortWords;
import java.util.List;
import java.util.Optional;

/** The sorting keys of one source of a merge, block by block. */
final class KeyCursor {
    final int source;
    private final PartRows rows;
    private final ExpressionProgram keyProgram;
    private final List<DataType> keyTypes;
    private final List<ValueOrder> orders;
    private final EvaluationContext context;

    Block block;
    Column[] keys;
    private Optional<SortWords> firstWords = Optional.empty();
    int position;

    KeyCursor(
            int source,
            PartRows rows,
            ExpressionProgram keyProgram,
            List<DataType> keyTypes,
            EvaluationContext context,
            Block empty) {
        this.source = source;
        this.rows = rows;
        this.keyProgram = keyProgram;
        this.keyTypes = keyTypes;
        this.orders = keyTypes.stream().map(ValueOrder::of).toList();
        this.context = context;
        this.block = empty;
        this.keys = new Column[0];
    }

    /** Goes to the next block; false at the end. */
    boolean nextBlock() {
        context.cancellation().check();
        Optional<Block> next = rows.next();
        if (next.isEmpty()) {
            return false;
        }
        block = next.get();
        position = 0;
        Column[] evaluated = keyProgram.evaluate(block, context);
        keys = new Column[evaluated.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = evaluated[i].plain();
        }
        firstWords = keys.length == 0 ? Optional.empty() : SortWords.of(keyTypes.getFirst(), keys[0]);
        return true;
    }

    int rowsLeft() {
        return block.rows() - position;
    }

    /** Compares a row here with a row of another cursor. */
    int compare(int row, KeyCursor other, int otherRow) {
        if (firstWords.isPresent() && other.firstWords.isPresent()) {
            int order = Long.compareUnsigned(
                    firstWords.get().words()[row], other.firstWords.get().words()[otherRow]);
            if (order != 0) {
                return order;
            }
        }
        return compareKeys(orders, keys, row, other.keys, otherRow);
    }

    static int compareKeys(List<ValueOrder> orders, Column[] a, int i, Column[] b, int j) {
        for (int key = 0; key < orders.size(); key++) {
            int order = orders.get(key).compare(a[key], i, b[key], j, 1);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    boolean sameKey(int row, Column[] otherKeys, int otherRow) {
        return compareKeys(orders, keys, row, otherKeys, otherRow) == 0;
    }

    /** Appends the first {@code builders.length} keys of a row. */
    static void append(Column[] keys, int row, ColumnBuilder[] builders) {
        for (int i = 0; i < builders.length; i++) {
            builders[i].append(keys[i], row);
        }
    }

    /** Whether the truth value in a row of a column is set. */
    static boolean isSet(Column column, int row) {
        return column.plain() instanceof io.millrace.data.column.ByteColumn b && b.values()[row] != 0;
    }
}
