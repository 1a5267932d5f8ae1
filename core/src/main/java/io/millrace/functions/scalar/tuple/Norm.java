package io.millrace.functions.scalar.tuple;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of the norms of tuples of numbers. */
abstract class Norm implements ScalarFunction {
    private final String name;

    Norm(String name) {
        this.name = name;
    }

    /** The norm so far with one more element. */
    abstract double add(double sum, double element);

    double finish(double sum) {
        return sum;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        if (!(arguments.getFirst().type() instanceof TupleType tuple)
                || !tuple.elements().stream().allMatch(Types::isNumber)) {
            throw Signature.illegalType(name, arguments.getFirst().type());
        }
        return new Bound(this, tuple.elements());
    }

    /** The norm of a type. */
    private record Bound(Norm norm, List<DataType> types) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            TupleColumn tuple = (TupleColumn) Repeated.full(arguments[0]);
            double[] result = new double[rows];
            for (int i = 0; i < types.size(); i++) {
                double[] values = Widening.doubles(tuple.elements().get(i), types.get(i), rows);
                for (int row = 0; row < rows; row++) {
                    result[row] = norm.add(result[row], values[row]);
                }
            }
            for (int row = 0; row < rows; row++) {
                result[row] = norm.finish(result[row]);
            }
            return new DoubleColumn(result, rows);
        }
    }
}
