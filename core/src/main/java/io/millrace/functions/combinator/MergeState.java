package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import java.util.List;

/** -MergeState: merges states into one state, whose type is that of the states. */
@Builtin("MergeState")
final class MergeState implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        private final AggregateFunction merge;

        Function(AggregateFunction nested) {
            super(nested, "MergeState");
            merge = new Merge().combine(nested);
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            BoundAggregate merged = merge.bind(parameters, arguments);
            DataType.AggregateStateType type = (DataType.AggregateStateType) arguments.getFirst();
            return new BoundFunction(type, type, () -> new State.Written(merged.newState()));
        }
    }
}
