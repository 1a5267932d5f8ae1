package io.millrace.mergetree.stream;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;

/** Nullable: the map of NULLs and a value for every row. */
final class NullableReader extends ColumnReader {
    private final StreamReader nulls;
    private final ColumnReader values;
    private ByteColumn.Builder map = new ByteColumn.Builder(0);

    NullableReader(StreamReader nulls, ColumnReader values) {
        this.nulls = nulls;
        this.values = values;
    }

    @Override
    public void begin(int expectedRows) {
        map = new ByteColumn.Builder(expectedRows);
        values.begin(expectedRows);
    }

    @Override
    public void seek(int mark) {
        nulls.seekMark(mark);
        values.seek(mark);
    }

    @Override
    public void prefix() {
        values.prefix();
    }

    @Override
    public void read(int rows) {
        nulls.get(map.ensure(rows), map.rows(), rows);
        map.advance(rows);
        values.read(rows);
    }

    @Override
    public Column finish() {
        return new NullableColumn(map.build().values(), values.finish());
    }
}
