package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.Arrays;

/** Integers (and what is stored as such) of up to 64 bits, exactly whatever their signs. */
record IntegerComparison(Operator operator, DataType typeA, DataType typeB) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Column a = arguments[0];
        Column b = arguments[1];
        if (b instanceof ConstColumn) {
            constant(operator, a.plain(), typeA, Numbers.bigAt(b, 0, typeB), rows, bitmap);
        } else if (a instanceof ConstColumn) {
            constant(operator.swapped(), b, typeB, Numbers.bigAt(a, 0, typeA), rows, bitmap);
        } else {
            columns(a, b, rows, bitmap);
        }
    }

    /** A column of integers and a number: a test of a range of the column's values. */
    static void constant(Operator operator, Column values, DataType type, BigInteger number, int rows, long[] bitmap) {
        BigInteger low = Numbers.min(type);
        BigInteger high = Numbers.max(type);
        switch (operator) {
            case EQUALS, NOT_EQUALS -> {
                low = low.max(number);
                high = high.min(number);
            }
            case LESS -> high = high.min(number.subtract(BigInteger.ONE));
            case LESS_OR_EQUALS -> high = high.min(number);
            case GREATER -> low = low.max(number.add(BigInteger.ONE));
            case GREATER_OR_EQUALS -> low = low.max(number);
        }
        long flip = operator == Operator.NOT_EQUALS ? -1L : 0L;
        if (low.compareTo(high) > 0) {
            fill(bitmap, rows, flip != 0);
            return;
        }
        range(values, low.longValue(), high.subtract(low).longValue(), rows, flip, bitmap);
    }

    static void fill(long[] bitmap, int rows, boolean all) {
        if (all) {
            Bitmaps.setAll(bitmap, rows);
        } else {
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        }
    }

    private static void range(Column values, long low, long span, int rows, long flip, long[] bitmap) {
        switch (values) {
            case ByteColumn c -> RangeLoops.bytes(c.values(), (int) low, (int) span, rows, flip, bitmap);
            case ShortColumn c -> RangeLoops.shorts(c.values(), (int) low, (int) span, rows, flip, bitmap);
            case IntColumn c -> RangeLoops.ints(c.values(), (int) low, (int) span, rows, flip, bitmap);
            default -> RangeLoops.longs(((LongColumn) values).values(), low, span, rows, flip, bitmap);
        }
    }

    private void columns(Column a, Column b, int rows, long[] bitmap) {
        boolean signedA = Numbers.isSigned(typeA);
        boolean signedB = Numbers.isSigned(typeB);
        boolean wide = fitsInt(typeA) && fitsInt(typeB);
        if (wide) {
            ints(Widening.ints(a, signedA, rows), Widening.ints(b, signedB, rows), rows, bitmap);
            return;
        }
        long[] x = Widening.longs(a, signedA, rows);
        long[] y = Widening.longs(b, signedB, rows);
        boolean unsignedA = !signedA && Numbers.bits(typeA) == 64;
        boolean unsignedB = !signedB && Numbers.bits(typeB) == 64;
        if (unsignedA != unsignedB) {
            mixed(x, unsignedA, y, rows, bitmap);
        } else {
            longs(x, y, unsignedA, rows, bitmap);
        }
    }

    private static boolean fitsInt(DataType type) {
        int bits = Numbers.bits(type);
        return bits < 32 || bits == 32 && Numbers.isSigned(type);
    }

    private void ints(int[] a, int[] b, int rows, long[] bitmap) {
        switch (operator) {
            case EQUALS -> PairLoops.equal(a, b, rows, 0, bitmap);
            case NOT_EQUALS -> PairLoops.equal(a, b, rows, -1, bitmap);
            case LESS -> PairLoops.less(a, b, rows, 0, bitmap);
            case GREATER -> PairLoops.less(b, a, rows, 0, bitmap);
            case LESS_OR_EQUALS -> PairLoops.less(b, a, rows, -1, bitmap);
            case GREATER_OR_EQUALS -> PairLoops.less(a, b, rows, -1, bitmap);
        }
    }

    private void longs(long[] a, long[] b, boolean unsigned, int rows, long[] bitmap) {
        if (operator.isEquality()) {
            PairLoops.equal(a, b, rows, operator == Operator.EQUALS ? 0 : -1, bitmap);
            return;
        }
        boolean swap = operator == Operator.GREATER || operator == Operator.LESS_OR_EQUALS;
        long flip = operator == Operator.LESS_OR_EQUALS || operator == Operator.GREATER_OR_EQUALS ? -1 : 0;
        long[] left = swap ? b : a;
        long[] right = swap ? a : b;
        if (unsigned) {
            PairLoops.lessUnsigned(left, right, rows, flip, bitmap);
        } else {
            PairLoops.less(left, right, rows, flip, bitmap);
        }
    }

    /** UInt64 against a signed type: a number below zero is less, otherwise both compare without sign. */
    private void mixed(long[] a, boolean unsignedA, long[] b, int rows, long[] bitmap) {
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            long signed = unsignedA ? b[i] : a[i];
            int outcome = Long.compareUnsigned(a[i], b[i]);
            if (signed < 0) {
                outcome = unsignedA ? 1 : -1;
            }
            if (operator.holds(outcome)) {
                Bitmaps.set(bitmap, i);
            }
        }
    }
}
