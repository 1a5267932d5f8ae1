package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigInteger;

/** A decimal column of up to 64 bits and a constant of no finer scale: a range of the unscaled numbers. Everything else row by row. */
record DecimalComparison(Operator operator, DataType typeA, DataType typeB) implements BoundPredicate {
    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Column a = arguments[0];
        Column b = arguments[1];
        int up = BigComparison.scale(typeA) - BigComparison.scale(typeB);
        if (b instanceof ConstColumn && up >= 0 && Numbers.fitsLong(typeA)) {
            BigInteger number = Numbers.bigAt(b, 0, typeB).multiply(Numbers.power(up));
            IntegerComparison.constant(operator, a.plain(), typeA, number, rows, bitmap);
        } else if (a instanceof ConstColumn && up <= 0 && Numbers.fitsLong(typeB)) {
            BigInteger number = Numbers.bigAt(a, 0, typeA).multiply(Numbers.power(-up));
            IntegerComparison.constant(operator.swapped(), b.plain(), typeB, number, rows, bitmap);
        } else {
            new BigComparison(operator, typeA, typeB).select(arguments, rows, bitmap, context);
        }
    }
}
