package io.millrace.functions.scalar.math;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of functions of one number that compute with doubles. */
abstract class MathFunction implements ScalarFunction {
    private final String name;

    MathFunction(String name) {
        this.name = name;
    }

    abstract double of(double x);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!Types.isNumber(from)) {
            throw Signature.illegalType(name, from);
        }
        return new Bound(from, this);
    }

    private record Bound(DataType from, MathFunction function) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] source = Widening.doubles(arguments[0], from, rows);
            double[] result = new double[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = function.of(source[i]);
            }
            return new DoubleColumn(result, rows);
        }
    }
}
