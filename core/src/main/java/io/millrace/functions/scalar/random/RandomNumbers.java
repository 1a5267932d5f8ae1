package io.millrace.functions.scalar.random;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.SplittableRandom;

/** Base of functions that give random values, other ones in each row. */
public abstract class RandomNumbers implements ScalarFunction {
    private final String name;

    protected RandomNumbers(String name) {
        this.name = name;
    }

    protected abstract DataType resultType();

    /** The values of some rows. */
    protected abstract Column numbers(SplittableRandom random, int rows);

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 0, 1);
        return new Bound(this, RandomSource.of(context));
    }

    /** The function with its own sequence. */
    private record Bound(RandomNumbers function, RandomSource source) implements BoundScalar {
        @Override
        public DataType type() {
            return function.resultType();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return function.numbers(source.next(context), rows);
        }
    }
}
