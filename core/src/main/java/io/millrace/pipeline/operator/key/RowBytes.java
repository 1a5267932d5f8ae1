package io.millrace.pipeline.operator.key;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Whole rows as bytes, for temporary files: chunks of a count, a size and the values row by row. Immutable. */
public final class RowBytes {
    private static final int MAX_CHUNK = 1 << 30;

    private final Header header;
    private final List<DataType> types;
    private final KeyBytes[] values;

    public RowBytes(Header header) {
        this.header = header;
        this.types = header.types().stream().map(KeyEncoder::plainType).toList();
        this.values = types.stream().map(KeyBytes::of).toArray(KeyBytes[]::new);
    }

    /** Appends rows {@code from} to {@code to} (exclusive) as one chunk. */
    public void write(Block block, int from, int to, ByteSink sink) {
        Column[] columns = block.columns().stream().map(Column::plain).toArray(Column[]::new);
        ByteSink body = new ByteSink((to - from) * 16);
        for (int row = from; row < to; row++) {
            for (int c = 0; c < columns.length; c++) {
                values[c].write(columns[c], row, body);
            }
        }
        sink.putVarint(to - from);
        sink.putVarint(body.size());
        sink.put(body.array(), 0, body.size());
    }

    /** Reads one chunk. */
    public Block read(ByteSource source) {
        int rows = source.getSize(MAX_CHUNK);
        byte[] body = new byte[source.getSize(MAX_CHUNK)];
        source.get(body, 0, body.length);
        KeyBytes.Cursor cursor = new KeyBytes.Cursor(body);
        ColumnBuilder[] builders =
                types.stream().map(t -> ColumnBuilder.of(t, rows)).toArray(ColumnBuilder[]::new);
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < builders.length; c++) {
                values[c].read(cursor, builders[c]);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < builders.length; c++) {
            columns.add(KeyEncoder.inLayoutOf(header.type(c), builders[c].build()));
        }
        return new Block(header, columns, rows);
    }
}
