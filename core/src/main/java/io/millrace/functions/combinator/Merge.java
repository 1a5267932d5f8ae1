package io.millrace.functions.combinator;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import java.util.List;

/** -Merge: merges states and gives the result. */
@Builtin("Merge")
final class Merge implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "Merge");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            if (arguments.size() != 1) {
                throw Checks.count("Incorrect number of arguments for aggregate function with Merge suffix");
            }
            if (!(arguments.getFirst() instanceof AggregateStateType state)) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + arguments.getFirst().name()
                                + " of argument for aggregate function with Merge suffix. It must be AggregateFunction(...)");
            }
            if (!state.function().equals(nested.name())) {
                throw new DbException(
                        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                        "Illegal type " + state.name()
                                + " of argument for aggregate function with Merge suffix because it"
                                + " corresponds to different aggregate function: " + state.function() + " instead of "
                                + nested.name());
            }
            BoundAggregate inner = nested.bind(parameters, state.arguments());
            return new BoundFunction(
                    inner.type(),
                    BoundFunction.stateType(name(), parameters, arguments),
                    () -> new Merged(inner.newState()));
        }
    }

    /** Reads the states that come as arguments. */
    static final class Merged extends ForwardingState {
        Merged(GroupedState nested) {
            super(nested);
        }

        @Override
        public void add(int[] groupOf, Column[] arguments, int rows) {
            StringColumn states = (StringColumn) arguments[0];
            for (int i = 0; i < rows; i++) {
                nested.readMerge(groupOf[i], source(states, i));
            }
        }

        @Override
        public void addRange(int group, Column[] arguments, int from, int to) {
            StringColumn states = (StringColumn) arguments[0];
            for (int i = from; i < to; i++) {
                nested.readMerge(group, source(states, i));
            }
        }

        private static ByteSource source(StringColumn states, int row) {
            return ByteSource.of(states.bytes(), states.offsets()[row], states.offsets()[row + 1]);
        }
    }
}
