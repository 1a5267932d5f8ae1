package io.millrace.functions.combinator;

import io.millrace.base.index.Builtin;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.AggregateCombinator;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.BoundFunction;
import java.util.List;

/** -State: the intermediate state instead of the result. */
@Builtin("State")
final class State implements AggregateCombinator {
    @Override
    public AggregateFunction combine(AggregateFunction nested) {
        return new Function(nested);
    }

    /** The combined function; its states are those of the nested one, so is their type. */
    private static final class Function extends CombinedFunction {
        Function(AggregateFunction nested) {
            super(nested, "State");
        }

        @Override
        public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
            BoundAggregate inner = nested.bind(parameters, arguments);
            return new BoundFunction(inner.stateType(), inner.stateType(), () -> new Written(inner.newState()));
        }
    }

    /** Gives the written states. */
    static final class Written extends ForwardingState {
        Written(GroupedState nested) {
            super(nested);
        }

        @Override
        public Column result(int from, int to) {
            StringColumn.Builder builder = new StringColumn.Builder(to - from);
            ByteSink sink = new ByteSink();
            for (int group = from; group < to; group++) {
                sink.clear();
                nested.write(group, sink);
                builder.append(sink.array(), 0, sink.size());
            }
            return builder.build();
        }
    }
}
