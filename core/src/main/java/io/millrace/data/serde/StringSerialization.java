package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;

/** Strings: a varint length and the bytes. */
final class StringSerialization extends Serialization {
    private static final int MAX_LENGTH = 1 << 30;
    private static final int STEP = 1 << 20;

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        StringColumn strings = TextWriter.cast(StringColumn.class, column);
        byte[] bytes = strings.bytes();
        int[] offsets = strings.offsets();
        out.reserve(offsets[to] - offsets[from] + (to - from));
        for (int row = from; row < to; row++) {
            int length = offsets[row + 1] - offsets[row];
            out.putVarint(length);
            out.put(bytes, offsets[row], length);
        }
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        StringColumn.Builder target = (StringColumn.Builder) builder;
        for (int row = 0; row < rows; row++) {
            read(in, target);
        }
    }

    private static void read(ByteSource in, StringColumn.Builder target) {
        int length = in.getSize(MAX_LENGTH);
        if (length <= in.available()) {
            target.append(in.array(), in.position(), length);
            in.seek(in.position() + length);
            return;
        }
        int done = 0;
        int at = 0;
        while (done < length) {
            int step = Math.min(length - done, STEP);
            at = target.ensureBytes(done + step);
            in.get(target.array(), at + done, step);
            done += step;
        }
        target.endRow(at + length);
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        writeBulk(column, row, row + 1, out);
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        read(in, (StringColumn.Builder) builder);
    }
}
