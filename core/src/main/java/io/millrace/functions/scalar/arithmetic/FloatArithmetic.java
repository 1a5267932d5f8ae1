package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Widening;

/** An operation on numbers as doubles. */
record FloatArithmetic(DataType typeA, DataType typeB, Loops loops) implements BoundScalar {
    @Override
    public DataType type() {
        return Types.FLOAT64;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        Column a = arguments[0];
        Column b = arguments[1];
        if (b instanceof ConstColumn constant) {
            double[] x = Widening.doubles(a, typeA, rows);
            double[] result = Widening.isOwn(a, x) ? new double[rows] : x;
            loops.doubles(x, Widening.doubles(constant.value(), typeB, 1)[0], result, rows);
            return new DoubleColumn(result, rows);
        }
        double[] y = Widening.doubles(b, typeB, rows);
        double[] free = Widening.isOwn(b, y) ? new double[rows] : y;
        if (a instanceof ConstColumn constant) {
            loops.doubles(Widening.doubles(constant.value(), typeA, 1)[0], y, free, rows);
        } else {
            loops.doubles(Widening.doubles(a, typeA, rows), y, free, rows);
        }
        return new DoubleColumn(free, rows);
    }
}
