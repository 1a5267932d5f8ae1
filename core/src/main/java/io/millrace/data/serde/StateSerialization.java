package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType.AggregateStateType;

/** Aggregate states: back to back without lengths; only the function knows where one ends. */
final class StateSerialization extends Serialization {
    private final StateFormats states;
    private final AggregateStateType type;

    StateSerialization(StateFormats states, AggregateStateType type) {
        this.states = states;
        this.type = type;
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        StringColumn strings = TextWriter.cast(StringColumn.class, column);
        int first = strings.offsets()[from];
        out.put(strings.bytes(), first, strings.offsets()[to] - first);
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        StringColumn.Builder target = (StringColumn.Builder) builder;
        StateFormat format = states.of(type);
        ByteSink state = new ByteSink();
        for (int row = 0; row < rows; row++) {
            state.clear();
            format.copyState(in, state);
            target.append(state.array(), 0, state.size());
        }
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        writeBulk(column, row, row + 1, out);
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        readBulk(in, 1, builder);
    }
}
