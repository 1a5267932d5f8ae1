package io.millrace.pipeline.operator.join;

import io.millrace.data.block.Block;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes result blocks of pairs of row numbers; -1 stands for the missing side. Immutable. */
record JoinOutput(JoinSpec spec) {
    /** Pairs of rows of a left block and of the table. */
    Block pairs(Block left, int[] leftRows, Block right, int[] rightRows, int count) {
        List<Column> columns = new ArrayList<>();
        int leftWidth = spec.left().width();
        for (int c = 0; c < leftWidth; c++) {
            columns.add(taken(left.column(c), spec.left().type(c), spec.output().type(c), leftRows, count));
        }
        for (int c = 0; c < spec.right().width(); c++) {
            columns.add(
                    taken(right.column(c), spec.right().type(c), spec.output().type(leftWidth + c), rightRows, count));
        }
        return new Block(spec.output(), columns, count);
    }

    /** Right rows without a match. */
    Block unmatched(Block right, int[] rightRows, int count) {
        List<Column> columns = new ArrayList<>();
        int leftWidth = spec.left().width();
        int[] none = new int[count];
        Arrays.fill(none, -1);
        Block noLeft = spec.left().emptyBlock();
        for (int c = 0; c < leftWidth; c++) {
            int key = spec.mergeKeys() ? spec.leftKeys().indexOf(c) : -1;
            if (key >= 0) {
                int source = spec.rightKeys().get(key);
                columns.add(taken(
                        right.column(source),
                        spec.right().type(source),
                        spec.output().type(c),
                        rightRows,
                        count));
            } else {
                columns.add(taken(
                        noLeft.column(c), spec.left().type(c), spec.output().type(c), none, count));
            }
        }
        for (int c = 0; c < spec.right().width(); c++) {
            columns.add(
                    taken(right.column(c), spec.right().type(c), spec.output().type(leftWidth + c), rightRows, count));
        }
        return new Block(spec.output(), columns, count);
    }

    private static Column taken(Column source, DataType type, DataType target, int[] rows, int count) {
        if (type.equals(target) || type.layout() == target.layout() && type.isNullable() == target.isNullable()) {
            return source.gather(rows, count);
        }
        if (target instanceof DataType.NullableType) {
            Column plain = source.plain().gather(rows, count).plain();
            byte[] nulls = new byte[count];
            for (int i = 0; i < count; i++) {
                nulls[i] = (byte) (rows[i] >>> 31);
            }
            return plain instanceof NullableColumn ? plain : new NullableColumn(nulls, plain);
        }
        ColumnBuilder builder = ColumnBuilder.of(target, count);
        Column plain = source.plain();
        for (int i = 0; i < count; i++) {
            if (rows[i] < 0) {
                builder.appendDefault();
            } else {
                builder.append(plain, rows[i]);
            }
        }
        return builder.build();
    }
}
