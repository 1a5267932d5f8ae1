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

/** Base of functions of two numbers that compute with doubles. */
abstract class MathFunction2 implements ScalarFunction {
    private final String name;

    MathFunction2(String name) {
        this.name = name;
    }

    abstract double of(double x, double y);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        for (Argument argument : arguments) {
            if (!Types.isNumber(argument.type())) {
                throw Signature.illegalType(name, argument.type());
            }
        }
        return new Bound(arguments.get(0).type(), arguments.get(1).type(), this);
    }

    private record Bound(DataType typeX, DataType typeY, MathFunction2 function) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] x = Widening.doubles(arguments[0], typeX, rows);
            double[] y = Widening.doubles(arguments[1], typeY, rows);
            double[] result = new double[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = function.of(x[i], y[i]);
            }
            return new DoubleColumn(result, rows);
        }
    }
}
