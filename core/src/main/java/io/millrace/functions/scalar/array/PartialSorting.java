package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * Base of arrayPartialSort and arrayPartialReverseSort, whose limit stands before the array: they sort completely.
 */
abstract class PartialSorting extends Sorting {
    PartialSorting(String name, boolean descending) {
        super(name, descending);
    }

    @Override
    public List<DataType> lambdaParameters(List<DataType> others, int parameterCount) {
        return super.lambdaParameters(others.subList(Math.min(1, others.size()), others.size()), parameterCount);
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name(), arguments, 2, Integer.MAX_VALUE);
        int limit = arguments.getFirst().isLambda() ? 1 : 0;
        if (!(arguments.get(limit).type() instanceof IntegerType)) {
            throw Signature.illegalType(name(), arguments.get(limit).type());
        }
        List<Argument> rest = new ArrayList<>(arguments);
        rest.remove(limit);
        return new WithoutLimit(super.bind(rest, context), limit);
    }

    /** The sort without the limit. */
    private record WithoutLimit(BoundScalar inner, int limit) implements BoundScalar {
        @Override
        public DataType type() {
            return inner.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            List<Column> rest = new ArrayList<>(List.of(arguments));
            rest.remove(limit);
            return inner.evaluate(rest.toArray(Column[]::new), rows, context);
        }
    }
}
