package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;

/** Arrays and maps: in bulk cumulative 64-bit offsets and then all elements; single values as a varint count and the elements. */
final class ArraySerialization extends Serialization {
    private static final int MAX_ELEMENTS = 1 << 30;

    private final Serialization element;

    ArraySerialization(Serialization element) {
        this.element = element;
    }

    @Override
    public void writePrefix(ByteSink out) {
        element.writePrefix(out);
    }

    @Override
    public void readPrefix(ByteSource in) {
        element.readPrefix(in);
    }

    @Override
    public void writeBulk(Column column, int from, int to, ByteSink out) {
        ArrayColumn array = TextWriter.cast(ArrayColumn.class, column);
        int[] offsets = array.offsets();
        for (int row = from; row < to; row++) {
            out.putLong(offsets[row + 1] - offsets[from]);
        }
        element.writeBulk(array.elements(), offsets[from], offsets[to], out);
    }

    @Override
    public void readBulk(ByteSource in, int rows, ColumnBuilder builder) {
        ArrayColumn.Builder target = (ArrayColumn.Builder) builder;
        int base = target.elements().rows();
        long previous = 0;
        for (int row = 0; row < rows; row++) {
            long offset = in.getLong();
            if (offset < previous || offset > MAX_ELEMENTS - base) {
                throw new DbException(
                        ErrorCode.INCORRECT_DATA,
                        "Array offsets are not in order or too large: " + offset + " after " + previous);
            }
            target.endRowAt(base + (int) offset);
            previous = offset;
        }
        element.readBulk(in, (int) previous, target.elements());
    }

    @Override
    public void writeRow(Column column, int row, ByteSink out) {
        ArrayColumn array = TextWriter.cast(ArrayColumn.class, column);
        out.putVarint(array.length(row));
        for (int i = array.offsets()[row]; i < array.offsets()[row + 1]; i++) {
            element.writeRow(array.elements(), i, out);
        }
    }

    @Override
    public void readRow(ByteSource in, ColumnBuilder builder) {
        ArrayColumn.Builder target = (ArrayColumn.Builder) builder;
        int count = in.getSize(MAX_ELEMENTS);
        for (int i = 0; i < count; i++) {
            long before = in.consumed();
            element.readRow(in, target.elements());
            if (in.consumed() == before && count > 1 << 20) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large array of values without bytes: " + count);
            }
        }
        target.endRow();
    }
}
