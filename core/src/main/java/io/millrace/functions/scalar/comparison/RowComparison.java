package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import java.util.Arrays;

/** Values of any type, both cast to a common one first, then row by row. */
record RowComparison(Operator operator, DataType common, BoundScalar castA, BoundScalar castB)
        implements BoundPredicate {
    @Override
    public boolean mayFail() {
        return castA.mayFail() || castB.mayFail();
    }

    @Override
    public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
        Column a = castA.evaluate(new Column[] {arguments[0]}, rows, context);
        Column b = castB.evaluate(new Column[] {arguments[1]}, rows, context);
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            if (operator.holds(RowOrder.compare(a, i, b, i, common))) {
                Bitmaps.set(bitmap, i);
            }
        }
    }
}
