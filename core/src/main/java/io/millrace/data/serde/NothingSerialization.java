package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;

/** Nothing: in bulk a placeholder byte per row, single values have no bytes. */
final class NothingSerialization extends Serialization {
    private static final int STEP = 1 << 16;

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        for (int row = from; row < to; row++) {
            out.putByte('0');
        }
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        for (int left = rows; left > 0; ) {
            int step = Math.min(left, STEP);
            in.require(step);
            in.seek(in.position() + step);
            builder.appendDefaults(step);
            left -= step;
        }
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {}

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        builder.appendDefault();
    }
}
