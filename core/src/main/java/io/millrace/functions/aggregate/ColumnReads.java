package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;

/** Numbers of any column as long or double arrays: one widening loop per block, so that the loops behind it exist once. */
public final class ColumnReads {
    private ColumnReads() {}

    /** Values of rows {@code from} to {@code to} as longs (bits of floats), sign- or zero-extended; itself when it is a LongColumn from 0. */
    public static long[] longs(Column column, boolean signed, int from, int to) {
        int rows = to - from;
        if (column instanceof LongColumn c && from == 0) {
            return c.values();
        }
        long[] result = new long[rows];
        switch (column) {
            case ByteColumn c -> {
                byte[] v = c.values();
                int mask = signed ? -1 : 0xFF;
                for (int i = 0; i < rows; i++) {
                    result[i] = v[from + i] & mask;
                }
            }
            case ShortColumn c -> {
                short[] v = c.values();
                int mask = signed ? -1 : 0xFFFF;
                for (int i = 0; i < rows; i++) {
                    result[i] = v[from + i] & mask;
                }
            }
            case IntColumn c -> {
                int[] v = c.values();
                long mask = signed ? -1 : 0xFFFFFFFFL;
                for (int i = 0; i < rows; i++) {
                    result[i] = v[from + i] & mask;
                }
            }
            case LongColumn c -> System.arraycopy(c.values(), from, result, 0, rows);
            case FloatColumn c -> {
                float[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    result[i] = Float.floatToRawIntBits(v[from + i]) & 0xFFFFFFFFL;
                }
            }
            case DoubleColumn c -> {
                double[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    result[i] = Double.doubleToRawLongBits(v[from + i]);
                }
            }
            default -> throw unexpected(column);
        }
        return result;
    }

    /** Values of rows {@code from} to {@code to} as doubles; itself when it is a DoubleColumn from 0. */
    public static double[] doubles(Column column, boolean signed, int from, int to) {
        int rows = to - from;
        if (column instanceof DoubleColumn c && from == 0) {
            return c.values();
        }
        double[] result = new double[rows];
        switch (column) {
            case DoubleColumn c -> System.arraycopy(c.values(), from, result, 0, rows);
            case FloatColumn c -> {
                float[] v = c.values();
                for (int i = 0; i < rows; i++) {
                    result[i] = v[from + i];
                }
            }
            case WideColumn c -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = (signed ? c.signed(from + i) : c.unsigned(from + i)).doubleValue();
                }
            }
            default -> {
                long[] v = longs(column, signed, from, to);
                for (int i = 0; i < rows; i++) {
                    result[i] = signed ? (double) v[i] : unsigned(v[i]);
                }
            }
        }
        return result;
    }

    /** One value as a long; for single rows. */
    public static long longAt(Column column, boolean signed, int row) {
        return switch (column) {
            case ByteColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFF;
            case ShortColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFF;
            case IntColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFFFFFFL;
            case LongColumn c -> c.values()[row];
            case FloatColumn c -> Float.floatToRawIntBits(c.values()[row]) & 0xFFFFFFFFL;
            case DoubleColumn c -> Double.doubleToRawLongBits(c.values()[row]);
            case ConstColumn c -> longAt(c.value(), signed, 0);
            default -> throw unexpected(column);
        };
    }

    /** One value as a double; for single rows. */
    public static double doubleAt(Column column, boolean signed, int row) {
        return switch (column) {
            case DoubleColumn c -> c.values()[row];
            case FloatColumn c -> c.values()[row];
            case WideColumn c -> (signed ? c.signed(row) : c.unsigned(row)).doubleValue();
            case ConstColumn c -> doubleAt(c.value(), signed, 0);
            default -> {
                long value = longAt(column, signed, row);
                yield signed ? (double) value : unsigned(value);
            }
        };
    }

    /** An unsigned 64-bit number as a double. */
    public static double unsigned(long value) {
        return value >= 0 ? (double) value : ((double) ((value >>> 1) | (value & 1))) * 2;
    }

    private static DbException unexpected(Column column) {
        return DbException.bug("No numbers in a " + column.getClass().getSimpleName());
    }
}
