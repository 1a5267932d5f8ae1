package io.millrace.functions.aggregate.value;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.base.io.ByteSource;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.functions.aggregate.Growth;
import java.util.Arrays;

/** Strings in one arena; a value that does not fit its old place goes to the end, and the arena is packed when half of it is waste. */
final class StringCells implements ValueCells {
    private byte[] arena = {};
    private int used;
    private long waste;
    private int[] starts = {};
    private int[] lengths = {};
    private int[] rooms = {};

    @Override
    public void resize(int groups) {
        int old = lengths.length;
        if (groups > old) {
            int capacity = Growth.capacity(old, groups);
            starts = Arrays.copyOf(starts, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
            rooms = Arrays.copyOf(rooms, capacity);
            Arrays.fill(lengths, old, capacity, -1);
        }
    }

    @Override
    public boolean has(int group) {
        return lengths[group] >= 0;
    }

    @Override
    public void set(int group, Column column, int row) {
        StringColumn strings = (StringColumn) column;
        set(group, strings.bytes(), strings.offsets()[row], strings.length(row));
    }

    private void set(int group, byte[] bytes, int from, int length) {
        if (length > rooms[group]) {
            waste += rooms[group];
            rooms[group] = 0;
            reserve(length);
            starts[group] = used;
            rooms[group] = length;
            used += length;
        }
        System.arraycopy(bytes, from, arena, starts[group], length);
        lengths[group] = length;
    }

    private void reserve(int length) {
        if ((long) used + length <= arena.length) {
            return;
        }
        long live = used - waste;
        if (waste > live) {
            pack(live + length);
            return;
        }
        long needed = Math.max((long) used + length, Math.min(Integer.MAX_VALUE - 16, arena.length * 2L));
        if (needed > Integer.MAX_VALUE - 16) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE, "The strings kept by an aggregate function are larger than 2 GiB");
        }
        arena = Arrays.copyOf(arena, (int) Math.max(64, needed));
    }

    private void pack(long needed) {
        byte[] packed = new byte[(int) Math.min(Integer.MAX_VALUE - 16, Math.max(64, needed * 2))];
        int at = 0;
        for (int group = 0; group < lengths.length; group++) {
            int length = Math.max(0, lengths[group]);
            if (rooms[group] > 0) {
                System.arraycopy(arena, starts[group], packed, at, length);
                starts[group] = at;
                rooms[group] = length;
                at += length;
            }
        }
        arena = packed;
        used = at;
        waste = 0;
    }

    @Override
    public void copy(int group, ValueCells other, int otherGroup) {
        StringCells cells = (StringCells) other;
        if (cells.lengths[otherGroup] < 0) {
            lengths[group] = -1;
        } else {
            set(group, cells.arena, cells.starts[otherGroup], cells.lengths[otherGroup]);
        }
    }

    @Override
    public int compare(int group, Column column, int row) {
        StringColumn strings = (StringColumn) column;
        int[] offsets = strings.offsets();
        return Arrays.compareUnsigned(
                arena, starts[group], starts[group] + lengths[group], strings.bytes(), offsets[row], offsets[row + 1]);
    }

    @Override
    public int compare(int group, ValueCells other, int otherGroup) {
        StringCells cells = (StringCells) other;
        int start = cells.starts[otherGroup];
        return Arrays.compareUnsigned(
                arena,
                starts[group],
                starts[group] + lengths[group],
                cells.arena,
                start,
                start + cells.lengths[otherGroup]);
    }

    @Override
    public Column column(int from, int to) {
        StringColumn.Builder builder = new StringColumn.Builder(to - from);
        for (int group = from; group < to; group++) {
            builder.append(arena, starts[group], Math.max(0, lengths[group]));
        }
        return builder.build();
    }

    /** ClickHouse counts a terminating zero byte and writes it: length + 1, bytes, 00. */
    @Override
    public void write(int group, ByteSink out) {
        int length = lengths[group];
        out.putInt(length < 0 ? -1 : length + 1);
        if (length >= 0) {
            out.put(arena, starts[group], length);
            out.putByte(0);
        }
    }

    @Override
    public void read(int group, ByteSource in) {
        int size = in.getInt();
        if (size < 0) {
            lengths[group] = -1;
            return;
        }
        in.require(size);
        set(group, in.array(), in.position(), Math.max(0, size - 1));
        in.seek(in.position() + size);
    }

    @Override
    public long sizeBytes() {
        return arena.length + 12L * lengths.length;
    }
}
