package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;

/** The whole numbers of a column, whatever their width; for one column at a time. */
final class Integers {
    private final boolean signed;
    private final int bits;
    private byte[] bytes = {};
    private short[] shorts = {};
    private int[] ints = {};
    private long[] longs = {};

    Integers(DataType.IntegerType type) {
        this.signed = type.signed();
        this.bits = type.bits();
    }

    void bind(Column column) {
        switch (column) {
            case ByteColumn c -> bytes = c.values();
            case ShortColumn c -> shorts = c.values();
            case IntColumn c -> ints = c.values();
            case LongColumn c -> longs = c.values();
            default -> throw new IllegalStateException("not a whole number: " + column.getClass());
        }
    }

    long get(int row) {
        return switch (bits) {
            case 8 -> signed ? bytes[row] : bytes[row] & 0xFF;
            case 16 -> signed ? shorts[row] : shorts[row] & 0xFFFF;
            case 32 -> signed ? ints[row] : ints[row] & 0xFFFFFFFFL;
            default -> longs[row];
        };
    }

    /** The value as a signed number of 64 bits, if it is one. */
    long checked(long value) {
        if (value < 0 && !signed && bits == 64) {
            throw new DbException(
                    ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE,
                    "bigint out of range: " + Long.toUnsignedString(value) + ". Cast it to text or numeric");
        }
        return value;
    }
}
