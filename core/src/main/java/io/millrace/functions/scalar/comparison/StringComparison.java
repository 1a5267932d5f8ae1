package io.millrace.functions.scalar.comparison;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;

/** Strings by their bytes. A FixedString counts without the zero bytes at its end. */
record StringComparison(Operator operator) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Column a = arguments[0];
        Column b = arguments[1];
        if (b instanceof ConstColumn constant) {
            constant(operator, a.plain(), bytesOf(constant), rows, bitmap);
        } else if (a instanceof ConstColumn constant) {
            constant(operator.swapped(), b, bytesOf(constant), rows, bitmap);
        } else {
            columns(a, b, rows, bitmap);
        }
    }

    private static byte[] bytesOf(ConstColumn constant) {
        return switch (constant.value()) {
            case StringColumn s -> s.copyOf(0);
            case FixedColumn f -> Arrays.copyOf(f.bytes(), trimmed(f, 0));
            default -> throw mismatch(constant.value());
        };
    }

    private static void constant(Operator operator, Column values, byte[] text, int rows, long[] bitmap) {
        if (!(values instanceof StringColumn strings)) {
            fixed(operator, values, text, rows, bitmap);
        } else if (!operator.isEquality()) {
            StringLoops.ordered(operator, strings, text, rows, bitmap);
        } else {
            long flip = operator == Operator.EQUALS ? 0 : -1;
            StringLoops.equal(strings.bytes(), strings.offsets(), text, rows, flip, bitmap);
        }
    }

    private static void fixed(Operator operator, Column values, byte[] text, int rows, long[] bitmap) {
        FixedColumn column = (FixedColumn) values;
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            int from = i * column.width();
            int outcome =
                    Arrays.compareUnsigned(column.bytes(), from, from + trimmed(column, i), text, 0, trimmed(text));
            if (operator.holds(outcome)) {
                Bitmaps.set(bitmap, i);
            }
        }
    }

    private static int trimmed(byte[] text) {
        int length = text.length;
        while (length > 0 && text[length - 1] == 0) {
            length--;
        }
        return length;
    }

    private static int trimmed(FixedColumn column, int row) {
        int from = row * column.width();
        int length = column.width();
        while (length > 0 && column.bytes()[from + length - 1] == 0) {
            length--;
        }
        return length;
    }

    private void columns(Column a, Column b, int rows, long[] bitmap) {
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        boolean fixed = a instanceof FixedColumn || b instanceof FixedColumn;
        for (int i = 0; i < rows; i++) {
            if (operator.holds(compare(a, i, b, i, fixed))) {
                Bitmaps.set(bitmap, i);
            }
        }
    }

    static int compare(Column a, int rowA, Column b, int rowB, boolean trim) {
        byte[] bytesA = bytes(a);
        byte[] bytesB = bytes(b);
        int fromA = from(a, rowA);
        int fromB = from(b, rowB);
        return Arrays.compareUnsigned(
                bytesA, fromA, fromA + length(a, rowA, trim), bytesB, fromB, fromB + length(b, rowB, trim));
    }

    private static byte[] bytes(Column column) {
        return switch (column) {
            case StringColumn s -> s.bytes();
            case FixedColumn f -> f.bytes();
            default -> throw mismatch(column);
        };
    }

    private static int from(Column column, int row) {
        return column instanceof StringColumn s ? s.offsets()[row] : row * ((FixedColumn) column).width();
    }

    private static int length(Column column, int row, boolean trim) {
        if (column instanceof FixedColumn f) {
            return trimmed(f, row);
        }
        StringColumn strings = (StringColumn) column;
        int length = strings.length(row);
        while (trim && length > 0 && strings.bytes()[strings.offsets()[row] + length - 1] == 0) {
            length--;
        }
        return length;
    }

    private static DbException mismatch(Column column) {
        return DbException.bug("Expected strings, got a " + column.getClass().getSimpleName());
    }
}
