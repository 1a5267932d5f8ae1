package io.millrace.data.serde;

import io.millrace.base.hash.LittleEndian;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.StringColumn;

/** Strings: a varint length and the bytes. */
final class StringSerialization extends Serialization {
    private static final int MAX_LENGTH = 1 << 30;
    private static final int STEP = 1 << 20;
    /** The arena is made for this many times the bytes that have come: what follows is likely to be like them, but that is only a promise. */
    private static final int FORESIGHT = 4;

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
        long arrived = 0;
        int row = 0;
        while (row < rows) {
            int begun = in.position();
            int done = readWindow(in, rows - row, target);
            arrived += in.position() - begun;
            row += done;
            if (row < rows) {
                read(in, target);
                row++;
                if (done > 0) {
                    expect(arrived, row, rows, target);
                }
            }
        }
    }

    private static void expect(long arrived, int done, int rows, StringColumn.Builder target) {
        long rest = arrived / done * (rows - done);
        target.ensureBytes((int) Math.min(Math.min(rest + rest / 16, arrived * FORESIGHT), MAX_LENGTH));
    }

    /** Reads strings as long as they lie wholly in the window; returns how many. */
    private static int readWindow(ByteSource in, int rows, StringColumn.Builder target) {
        byte[] bytes = in.array();
        int from = in.position();
        int limit = in.limit();
        // whole words are read behind each string
        int last = Math.min(limit, bytes.length - 2 * Long.BYTES - 1);
        int at = target.ensureBytes(limit - from);
        byte[] arena = target.array();
        int[] ends = target.ensureRows(Math.min(rows, limit - from));
        int first = target.rows();
        int row = 0;
        int position = from;
        while (row < rows && position < last) {
            if (rows - row >= Long.BYTES
                    && limit - position >= Long.BYTES
                    && LittleEndian.getLong(bytes, position) == 0) {
                for (int i = 1; i <= Long.BYTES; i++) {
                    ends[first + row + i] = at;
                }
                row += Long.BYTES;
                position += Long.BYTES;
                continue;
            }
            int length = bytes[position];
            int start = position + 1;
            if (length < 0) {
                if (start >= limit || bytes[start] < 0) {
                    break;
                }
                length = length & 0x7F | bytes[start++] << 7;
            }
            if (length > limit - start) {
                break;
            }
            if (length > 2 * Long.BYTES) {
                System.arraycopy(bytes, start, arena, at, length);
            } else {
                LittleEndian.putLong(arena, at, LittleEndian.getLong(bytes, start));
                LittleEndian.putLong(arena, at + Long.BYTES, LittleEndian.getLong(bytes, start + Long.BYTES));
            }
            at += length;
            position = start + length;
            ends[first + ++row] = at;
        }
        target.advance(row, at);
        in.seek(position);
        return row;
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
