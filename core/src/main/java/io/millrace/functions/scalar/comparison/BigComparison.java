package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigInteger;
import java.util.Arrays;

/** Integers of 128 and 256 bits and decimals of any scale, row by row. */
record BigComparison(Operator operator, DataType typeA, DataType typeB) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        int scaleA = scale(typeA);
        int scaleB = scale(typeB);
        BigInteger upA = Numbers.power(Math.max(0, scaleB - scaleA));
        BigInteger upB = Numbers.power(Math.max(0, scaleA - scaleB));
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            BigInteger a = Numbers.bigAt(arguments[0], i, typeA).multiply(upA);
            BigInteger b = Numbers.bigAt(arguments[1], i, typeB).multiply(upB);
            if (operator.holds(a.compareTo(b))) {
                Bitmaps.set(bitmap, i);
            }
        }
    }

    static int scale(DataType type) {
        return type instanceof DecimalType d ? d.scale() : 0;
    }
}
