package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.FixedColumn;

/** FixedString and IPv6: bytes back to back. */
final class FixedSerialization extends Serialization {
    private static final int STEP_BYTES = 1 << 16;

    private final int width;

    FixedSerialization(int width) {
        this.width = width;
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        out.put(TextWriter.cast(FixedColumn.class, column).bytes(), from * width, (to - from) * width);
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        FixedColumn.Builder target = (FixedColumn.Builder) builder;
        int chunk = Math.max(1, STEP_BYTES / width);
        for (int left = rows; left > 0; ) {
            int step = Math.min(left, chunk);
            in.require(step * width);
            in.get(target.ensure(step), target.rows() * width, step * width);
            target.advance(step);
            left -= step;
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
