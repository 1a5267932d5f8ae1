package io.millrace.functions.scalar.uuid;

import io.millrace.data.column.Column;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.random.RandomSource;
import java.util.List;
import java.util.SplittableRandom;

/** Base of generateUUIDv4 and generateUUIDv7. */
abstract class RandomUuids implements ScalarFunction {
    private final String name;

    RandomUuids(String name) {
        this.name = name;
    }

    /** Writes one value's two words at {@code at}. */
    abstract void write(SplittableRandom random, long[] words, int at);

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 0, 1);
        return new Bound(this, RandomSource.of(context));
    }

    /** New values for each row. */
    private record Bound(RandomUuids function, RandomSource source) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UUID;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            SplittableRandom random = source.next(context);
            long[] words = new long[2 * rows];
            for (int i = 0; i < words.length; i += 2) {
                function.write(random, words, i);
            }
            return new WideColumn(words, 2, rows);
        }
    }
}
