package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/** A float and another number: exact also for integers that no float can hold. Decimals compare as floats, as in ClickHouse. */
record FloatComparison(Operator operator, DataType typeA, DataType typeB) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Column a = arguments[0];
        Column b = arguments[1];
        if (b instanceof ConstColumn) {
            constant(operator, a.plain(), typeA, b, typeB, rows, bitmap);
        } else if (a instanceof ConstColumn) {
            constant(operator.swapped(), b, typeB, a, typeA, rows, bitmap);
        } else if (isBig(typeA) || isBig(typeB)) {
            exact(a, b, rows, bitmap);
        } else {
            columns(Widening.doubles(a, typeA, rows), Widening.doubles(b, typeB, rows), rows, bitmap);
        }
    }

    /** Integers that a double cannot hold exactly. */
    private static boolean isBig(DataType type) {
        return !(type instanceof FloatType) && !(type instanceof DataType.DecimalType) && Numbers.bits(type) > 32;
    }

    private static void constant(
            Operator operator,
            Column values,
            DataType type,
            Column constant,
            DataType constantType,
            int rows,
            long[] bitmap) {
        if (!(type instanceof FloatType) && !(type instanceof DataType.DecimalType)) {
            integersWithFloat(operator, values, type, Numbers.doubleAt(constant, 0, constantType), rows, bitmap);
            return;
        }
        if (isBig(constantType)) {
            BigDecimal number = new BigDecimal(Numbers.bigAt(constant, 0, constantType));
            double nearest = number.doubleValue();
            int side = number.compareTo(new BigDecimal(nearest));
            doubles(operator, Widening.doubles(values, type, rows), nearest, side, rows, bitmap);
            return;
        }
        doubles(
                operator,
                Widening.doubles(values, type, rows),
                Numbers.doubleAt(constant, 0, constantType),
                0,
                rows,
                bitmap);
    }

    /** @param side where the number really is: below, at or above the double that stands for it */
    private static void doubles(Operator operator, double[] values, double number, int side, int rows, long[] bitmap) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        boolean none = Double.isNaN(number);
        switch (operator) {
            case EQUALS, NOT_EQUALS -> {
                low = number;
                high = number;
                none |= side != 0;
            }
            case LESS, LESS_OR_EQUALS -> {
                boolean with = side > 0 || side == 0 && operator == Operator.LESS_OR_EQUALS;
                high = with ? number : Math.nextDown(number);
                none |= !with && number == Double.NEGATIVE_INFINITY;
            }
            case GREATER, GREATER_OR_EQUALS -> {
                boolean with = side < 0 || side == 0 && operator == Operator.GREATER_OR_EQUALS;
                low = with ? number : Math.nextUp(number);
                none |= !with && number == Double.POSITIVE_INFINITY;
            }
        }
        long flip = operator == Operator.NOT_EQUALS ? -1L : 0L;
        if (none) {
            IntegerComparison.fill(bitmap, rows, flip != 0);
        } else {
            RangeLoops.doubles(values, low, high, rows, flip, bitmap);
        }
    }

    private static void integersWithFloat(
            Operator operator, Column values, DataType type, double number, int rows, long[] bitmap) {
        if (Double.isNaN(number)) {
            IntegerComparison.fill(bitmap, rows, operator == Operator.NOT_EQUALS);
            return;
        }
        if (Double.isInfinite(number)) {
            IntegerComparison.fill(bitmap, rows, operator.holds(number > 0 ? -1 : 1));
            return;
        }
        BigDecimal exact = new BigDecimal(number);
        BigInteger floor = exact.setScale(0, RoundingMode.FLOOR).toBigInteger();
        boolean whole = exact.compareTo(new BigDecimal(floor)) == 0;
        if (whole) {
            Comparisons.constant(operator, values, type, floor, rows, bitmap);
            return;
        }
        switch (operator) {
            case EQUALS -> IntegerComparison.fill(bitmap, rows, false);
            case NOT_EQUALS -> IntegerComparison.fill(bitmap, rows, true);
            case LESS, LESS_OR_EQUALS ->
                Comparisons.constant(Operator.LESS_OR_EQUALS, values, type, floor, rows, bitmap);
            case GREATER, GREATER_OR_EQUALS ->
                Comparisons.constant(Operator.GREATER, values, type, floor, rows, bitmap);
        }
    }

    private void columns(double[] a, double[] b, int rows, long[] bitmap) {
        switch (operator) {
            case EQUALS -> PairLoops.equal(a, b, rows, 0, bitmap);
            case NOT_EQUALS -> PairLoops.equal(a, b, rows, -1, bitmap);
            case LESS -> PairLoops.less(a, b, rows, 0, bitmap);
            case GREATER -> PairLoops.less(b, a, rows, 0, bitmap);
            case LESS_OR_EQUALS -> PairLoops.lessOrEqual(a, b, rows, 0, bitmap);
            case GREATER_OR_EQUALS -> PairLoops.lessOrEqual(b, a, rows, 0, bitmap);
        }
    }

    private void exact(Column a, Column b, int rows, long[] bitmap) {
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        double[] x = Widening.doubles(a, typeA, rows);
        double[] y = Widening.doubles(b, typeB, rows);
        for (int i = 0; i < rows; i++) {
            boolean nan = Double.isNaN(x[i]) || Double.isNaN(y[i]);
            int outcome = Double.compare(x[i] + 0.0, y[i] + 0.0);
            if (outcome == 0 && !nan && !Double.isInfinite(x[i])) {
                outcome = number(a, i, typeA, x[i]).compareTo(number(b, i, typeB, y[i]));
            }
            if (nan ? operator == Operator.NOT_EQUALS : operator.holds(outcome)) {
                Bitmaps.set(bitmap, i);
            }
        }
    }

    private static BigDecimal number(Column column, int row, DataType type, double value) {
        return isBig(type) ? new BigDecimal(Numbers.bigAt(column, row, type)) : new BigDecimal(value);
    }
}
