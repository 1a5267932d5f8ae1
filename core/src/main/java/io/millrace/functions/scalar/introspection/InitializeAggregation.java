package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.array.AggregateCall;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.Arrays;
import java.util.List;

/** The result of an aggregate function over the one row. */
@Builtin("initializeAggregation")
final class InitializeAggregation implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "initializeAggregation(aggregate, a, ...)",
                        "The result of an aggregate function over the one row.")
                .example("SELECT initializeAggregation('sum', 5)", "5");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("initializeAggregation", arguments, 2, Integer.MAX_VALUE);
        String call = arguments.getFirst().requireConstantText("initializeAggregation", "aggregate");
        return new Bound(AggregateCall.parse(call)
                .bind(arguments.stream().skip(1).map(Argument::type).toList(), context));
    }

    /** Each row in a group of its own. */
    private record Bound(BoundAggregate aggregate) implements BoundScalar {
        @Override
        public DataType type() {
            return aggregate.type();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            GroupedState state = aggregate.newState();
            state.resize(rows);
            int[] groups = new int[rows];
            Arrays.setAll(groups, i -> i);
            Column[] values =
                    Arrays.stream(arguments).skip(1).map(Column::plain).toArray(Column[]::new);
            state.add(groups, values, rows);
            return state.result(0, rows);
        }
    }
}
