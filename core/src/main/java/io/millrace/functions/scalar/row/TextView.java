package io.millrace.functions.scalar.row;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.StringColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One string argument as functions read it: bytes with offsets; a constant is not repeated. Immutable. */
public final class TextView {
    private final byte[] bytes;
    private final int[] offsets;
    private final int mask;

    private TextView(byte[] bytes, int[] offsets, int mask) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.mask = mask;
    }

    /** The view of a String or FixedString column, or of a constant of these. */
    public static TextView of(Column column) {
        return switch (column) {
            case StringColumn s -> new TextView(s.bytes(), s.offsets(), -1);
            case FixedColumn f -> new TextView(f.bytes(), fixedOffsets(f), -1);
            case ConstColumn c -> {
                TextView one = of(c.value());
                yield new TextView(one.bytes, one.offsets, 0);
            }
            case DictionaryColumn d -> of(d.plain());
            default -> throw DbException.bug("No text in a " + column.getClass().getSimpleName());
        };
    }

    private static int[] fixedOffsets(FixedColumn column) {
        int[] offsets = new int[column.rows() + 1];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = i * column.width();
        }
        return offsets;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Row boundaries; those of one row when {@link #isConstant}. */
    public int[] offsets() {
        return offsets;
    }

    public boolean isConstant() {
        return mask == 0;
    }

    public int from(int row) {
        return offsets[row & mask];
    }

    public int to(int row) {
        return offsets[(row & mask) + 1];
    }

    public int length(int row) {
        return to(row) - from(row);
    }

    public byte[] copy(int row) {
        return Arrays.copyOfRange(bytes, from(row), to(row));
    }

    public String text(int row) {
        return new String(bytes, from(row), length(row), StandardCharsets.UTF_8);
    }

    public void appendTo(int row, ByteSink out) {
        out.put(bytes, from(row), length(row));
    }

    /** Whether two rows hold the same bytes. */
    public boolean equalAt(int row, TextView other, int otherRow) {
        return Arrays.equals(bytes, from(row), to(row), other.bytes, other.from(otherRow), other.to(otherRow));
    }
}
