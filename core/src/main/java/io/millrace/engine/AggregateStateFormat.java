package io.millrace.engine;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.serde.StateFormat;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.function.Functions;

/** Reads one state by its function and writes it again: how states are cut apart that lie back to back. */
final class AggregateStateFormat implements StateFormat {
    private final BoundAggregate function;

    AggregateStateFormat(Functions functions, AggregateStateType type) {
        this.function = functions.bindState(type);
    }

    @Override
    public void copyState(ByteSource in, ByteSink out) {
        GroupedState state = function.newState();
        state.resize(1);
        state.readMerge(0, in);
        state.write(0, out);
    }
}
