package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.NullableColumn;

/** Nullable: in bulk all null bytes, then all values (with something under each NULL); single values behind a null byte. */
final class NullableSerialization extends Serialization {
    private static final int STEP = 1 << 14;

    private final Serialization nested;

    NullableSerialization(Serialization nested) {
        this.nested = nested;
    }

    @Override
    public void writePrefix(ByteSink out) {
        nested.writePrefix(out);
    }

    @Override
    public void readPrefix(ByteSource in) {
        nested.readPrefix(in);
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        NullableColumn nullable = TextWriter.cast(NullableColumn.class, column);
        out.put(nullable.nulls(), from, to - from);
        nested.writeBulk(nullable.values(), from, to, out);
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        NullableColumn.Builder target = (NullableColumn.Builder) builder;
        for (int left = rows; left > 0; ) {
            int step = Math.min(left, STEP);
            in.require(step);
            byte[] nulls = target.nulls().ensure(step);
            int at = target.nulls().rows();
            in.get(nulls, at, step);
            for (int i = at; i < at + step; i++) {
                nulls[i] = (byte) (nulls[i] == 0 ? 0 : 1);
            }
            target.nulls().advance(step);
            left -= step;
        }
        nested.readBulk(in, rows, target.values());
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        NullableColumn nullable = TextWriter.cast(NullableColumn.class, column);
        out.putByte(nullable.nulls()[row]);
        if (nullable.nulls()[row] == 0) {
            nested.writeRow(nullable.values(), row, out);
        }
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        NullableColumn.Builder target = (NullableColumn.Builder) builder;
        if (in.getByte() != 0) {
            target.appendNull();
        } else {
            nested.readRow(in, target.values());
            target.appendNotNull();
        }
    }
}
