package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.Layout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of a fixed number of bytes, little-endian: copied in bulk between byte arrays and columns. */
final class NumberSerializations {
    /** Rows that are read at once, so that memory grows with what arrives. */
    private static final int CHUNK = 8192;

    private NumberSerializations() {}

    static Serialization of(Layout layout) {
        return switch (layout) {
            case BYTE -> new Bytes();
            case SHORT -> new Shorts();
            case INT -> new Ints();
            case LONG -> new Longs();
            case FLOAT -> new Floats();
            case DOUBLE -> new Doubles();
            case WIDE, STRING, FIXED, NULLABLE, DICTIONARY, ARRAY, TUPLE ->
                throw DbException.bug("Not a plain number: " + layout);
        };
    }

    /** Room for {@code count} bytes behind the sink's end, counted as written. */
    static ByteBuffer bytes(ByteSink out, int count) {
        int at = out.reserve(count);
        out.advanceTo(at + count);
        return ByteBuffer.wrap(out.array(), at, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next {@code count} bytes, counted as read. */
    static ByteBuffer bytes(ByteSource in, int count) {
        in.require(count);
        ByteBuffer buffer = ByteBuffer.wrap(in.array(), in.position(), count).order(ByteOrder.LITTLE_ENDIAN);
        in.seek(in.position() + count);
        return buffer;
    }

    /** Values of 1 byte. */
    private static final class Bytes extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            byte[] values = TextWriter.cast(ByteColumn.class, column).values();
            bytes(out, to - from).put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            ByteColumn.Builder target = (ByteColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step).get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            byte[] values = TextWriter.cast(ByteColumn.class, column).values();
            out.putByte(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((ByteColumn.Builder) builder).append(in.getByte());
        }
    }

    /** Values of 2 bytes. */
    private static final class Shorts extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            short[] values = TextWriter.cast(ShortColumn.class, column).values();
            bytes(out, (to - from) * 2).asShortBuffer().put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            ShortColumn.Builder target = (ShortColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step * 2).asShortBuffer().get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            short[] values = TextWriter.cast(ShortColumn.class, column).values();
            out.putShort(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((ShortColumn.Builder) builder).append(in.getShort());
        }
    }

    /** Values of 4 bytes. */
    private static final class Ints extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            int[] values = TextWriter.cast(IntColumn.class, column).values();
            bytes(out, (to - from) * 4).asIntBuffer().put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            IntColumn.Builder target = (IntColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step * 4).asIntBuffer().get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            int[] values = TextWriter.cast(IntColumn.class, column).values();
            out.putInt(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((IntColumn.Builder) builder).append(in.getInt());
        }
    }

    /** Values of 8 bytes. */
    private static final class Longs extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            long[] values = TextWriter.cast(LongColumn.class, column).values();
            bytes(out, (to - from) * 8).asLongBuffer().put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            LongColumn.Builder target = (LongColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step * 8).asLongBuffer().get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            long[] values = TextWriter.cast(LongColumn.class, column).values();
            out.putLong(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((LongColumn.Builder) builder).append(in.getLong());
        }
    }

    /** Values of 4 bytes as floats. */
    private static final class Floats extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            float[] values = TextWriter.cast(FloatColumn.class, column).values();
            bytes(out, (to - from) * 4).asFloatBuffer().put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            FloatColumn.Builder target = (FloatColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step * 4).asFloatBuffer().get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            float[] values = TextWriter.cast(FloatColumn.class, column).values();
            out.putFloat(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((FloatColumn.Builder) builder).append(in.getFloat());
        }
    }

    /** Values of 8 bytes as floats. */
    private static final class Doubles extends Serialization {
        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            double[] values = TextWriter.cast(DoubleColumn.class, column).values();
            bytes(out, (to - from) * 8).asDoubleBuffer().put(values, from, to - from);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            DoubleColumn.Builder target = (DoubleColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK);
                bytes(in, step * 8).asDoubleBuffer().get(target.ensure(step), target.rows(), step);
                target.advance(step);
                left -= step;
            }
        }

        @Override
        public void writeRow(Column column, int row, ByteSink out) {
            double[] values = TextWriter.cast(DoubleColumn.class, column).values();
            out.putDouble(values[row]);
        }

        @Override
        public void readRow(ByteSource in, ColumnBuilder builder) {
            ((DoubleColumn.Builder) builder).append(in.getDouble());
        }
    }

    /** Values of several 64-bit words. */
    static final class Wide extends Serialization {
        private final int width;

        Wide(int width) {
            this.width = width;
        }

        @Override
        public void writeBulk(Column column, int from, int to, ByteSink out) {
            long[] words = TextWriter.cast(WideColumn.class, column).words();
            int count = (to - from) * width;
            bytes(out, count * 8).asLongBuffer().put(words, from * width, count);
        }

        @Override
        public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
            WideColumn.Builder target = (WideColumn.Builder) builder;
            for (int left = rows; left > 0; ) {
                int step = Math.min(left, CHUNK / width);
                bytes(in, step * width * 8)
                        .asLongBuffer()
                        .get(target.ensure(step), target.rows() * width, step * width);
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
}
