package io.millrace.mergetree.stream;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.serde.StateFormat;

/** Aggregate states, which lie back to back; only the function's format knows where one ends. */
final class StateReader extends ColumnReader {
    private final StreamReader stream;
    private final StateFormat format;
    private final ByteSink state = new ByteSink();
    private StringColumn.Builder builder = new StringColumn.Builder(0);
    private ByteSource source;

    StateReader(StreamReader stream, StateFormat format) {
        this.stream = stream;
        this.format = format;
        this.source = ByteSource.of(stream.asInputStream());
    }

    @Override
    public void begin(int expectedRows) {
        builder = new StringColumn.Builder(expectedRows);
    }

    @Override
    public void seek(int mark) {
        stream.seekMark(mark);
        source = ByteSource.of(stream.asInputStream());
    }

    @Override
    public void read(int rows) {
        for (int row = 0; row < rows; row++) {
            state.clear();
            format.copyState(source, state);
            builder.append(state.array(), 0, state.size());
        }
    }

    @Override
    public Column finish() {
        return builder.build();
    }
}
