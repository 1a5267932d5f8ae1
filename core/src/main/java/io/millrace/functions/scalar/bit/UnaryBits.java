package io.millrace.functions.scalar.bit;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.type.DataType;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;

/** The bits of numbers, floats included. */
final class UnaryBits {
    private UnaryBits() {}

    /** The values' bits in longs, without sign. */
    static long[] of(Column column, int rows) {
        long[] result = new long[rows];
        switch (column) {
            case FloatColumn c -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = Float.floatToRawIntBits(c.values()[i]) & 0xFFFF_FFFFL;
                }
            }
            case DoubleColumn c -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = Double.doubleToRawLongBits(c.values()[i]);
                }
            }
            default -> System.arraycopy(Widening.longs(column, false, rows), 0, result, 0, rows);
        }
        return result;
    }

    /** Whether the type has bits to look at. */
    static boolean isNumber(DataType type) {
        return io.millrace.data.type.Types.isNumber(type)
                && (Numbers.bits(type) <= 64 || type instanceof DataType.IntegerType);
    }
}
