package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;

/** An operation on integers of up to 64 bits, computed in the width of the result: arguments are widened, then one loop runs. */
record IntegerArithmetic(DataType type, boolean signedA, boolean signedB, Loops loops) implements BoundScalar {
    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        return switch (type.layout()) {
            case SHORT -> shorts(arguments[0], arguments[1], rows);
            case INT -> ints(arguments[0], arguments[1], rows);
            default -> longs(arguments[0], arguments[1], rows);
        };
    }

    private Column longs(Column a, Column b, int rows) {
        if (b instanceof ConstColumn) {
            long[] x = Widening.longs(a, signedA, rows);
            long[] result = Widening.isOwn(a, x) ? new long[rows] : x;
            loops.longs(x, Numbers.longAt(b, 0, signedB), result, rows);
            return new LongColumn(result, rows);
        }
        long[] y = Widening.longs(b, signedB, rows);
        long[] free = Widening.isOwn(b, y) ? new long[rows] : y;
        if (a instanceof ConstColumn) {
            loops.longs(Numbers.longAt(a, 0, signedA), y, free, rows);
        } else {
            loops.longs(Widening.longs(a, signedA, rows), y, free, rows);
        }
        return new LongColumn(free, rows);
    }

    private Column ints(Column a, Column b, int rows) {
        if (b instanceof ConstColumn) {
            int[] x = Widening.ints(a, signedA, rows);
            int[] result = Widening.isOwn(a, x) ? new int[rows] : x;
            loops.ints(x, (int) Numbers.longAt(b, 0, signedB), result, rows);
            return new IntColumn(result, rows);
        }
        int[] y = Widening.ints(b, signedB, rows);
        int[] free = Widening.isOwn(b, y) ? new int[rows] : y;
        if (a instanceof ConstColumn) {
            loops.ints((int) Numbers.longAt(a, 0, signedA), y, free, rows);
        } else {
            loops.ints(Widening.ints(a, signedA, rows), y, free, rows);
        }
        return new IntColumn(free, rows);
    }

    private Column shorts(Column a, Column b, int rows) {
        if (b instanceof ConstColumn) {
            short[] x = Widening.shorts(a, signedA, rows);
            short[] result = Widening.isOwn(a, x) ? new short[rows] : x;
            loops.shorts(x, (short) Numbers.longAt(b, 0, signedB), result, rows);
            return new ShortColumn(result, rows);
        }
        short[] y = Widening.shorts(b, signedB, rows);
        short[] free = Widening.isOwn(b, y) ? new short[rows] : y;
        if (a instanceof ConstColumn) {
            loops.shorts((short) Numbers.longAt(a, 0, signedA), y, free, rows);
        } else {
            loops.shorts(Widening.shorts(a, signedA, rows), y, free, rows);
        }
        return new ShortColumn(free, rows);
    }
}
