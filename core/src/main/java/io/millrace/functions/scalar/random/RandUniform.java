package io.millrace.functions.scalar.random;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.SplittableRandom;

/** A random Float64 between two constants for each row. */
@Builtin("randUniform")
final class RandUniform implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Random number",
                        "randUniform(min, max)",
                        "A random Float64 between two constants for each row.")
                .example("SELECT randUniform(1, 2) BETWEEN 1 AND 2", "1");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("randUniform", arguments, 2, 3);
        double[] bounds = new double[2];
        for (int i = 0; i < 2; i++) {
            Argument argument = arguments.get(i);
            if (!Types.isNumber(argument.type())) {
                throw Signature.illegalType("randUniform", argument.type());
            }
            bounds[i] = Numbers.doubleAt(argument.requireConstant("randUniform", "bound"), 0, argument.type());
        }
        return new Bound(bounds[0], bounds[1], RandomSource.of(context));
    }

    /** Uniform numbers. */
    private record Bound(double min, double max, RandomSource source) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            SplittableRandom random = source.next(context);
            double[] result = new double[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = min + random.nextDouble() * (max - min);
            }
            return new DoubleColumn(result, rows);
        }
    }
}
