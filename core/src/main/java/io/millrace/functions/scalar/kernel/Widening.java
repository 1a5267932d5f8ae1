package io.millrace.functions.scalar.kernel;

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
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import java.util.Arrays;

/**
 * Values of narrow columns as arrays of a wider type. The answer is the column's own array when it has that type already ({@link #isOwn}), so it must only
 * be read then; constants are repeated.
 */
public final class Widening {
    private Widening() {}

    /** Whether {@link #longs} and its like would hand out the column's own array. */
    public static boolean isOwn(Column column, Object array) {
        return switch (column) {
            case LongColumn c -> c.values() == array;
            case IntColumn c -> c.values() == array;
            case ShortColumn c -> c.values() == array;
            case DoubleColumn c -> c.values() == array;
            case ByteColumn c -> c.values() == array;
            default -> false;
        };
    }

    /** Integers of up to 64 bits, extended by their sign or by zeros. */
    public static long[] longs(Column column, boolean signed, int rows) {
        return switch (column) {
            case LongColumn c -> c.values();
            case IntColumn c -> signed ? widen(c.values(), rows) : widenUnsigned(c.values(), rows);
            case ShortColumn c -> signed ? toLongs(c.values(), rows) : toLongsUnsigned(c.values(), rows);
            case ByteColumn c -> signed ? toLongs(c.values(), rows) : toLongsUnsigned(c.values(), rows);
            case ConstColumn c -> {
                long[] result = new long[rows];
                Arrays.fill(result, longs(c.value(), signed, 1)[0]);
                yield result;
            }
            default -> throw mismatch(column);
        };
    }

    /** Integers of up to 32 bits, extended by their sign or by zeros; the low bits of longer ones. */
    public static int[] ints(Column column, boolean signed, int rows) {
        return switch (column) {
            case IntColumn c -> c.values();
            case ShortColumn c -> signed ? widen(c.values(), rows) : widenUnsigned(c.values(), rows);
            case ByteColumn c -> signed ? widen(c.values(), rows) : widenUnsigned(c.values(), rows);
            case LongColumn c -> Narrowing.ints(c.values(), rows);
            case ConstColumn c -> {
                int[] result = new int[rows];
                Arrays.fill(result, ints(c.value(), signed, 1)[0]);
                yield result;
            }
            default -> throw mismatch(column);
        };
    }

    /** Integers of up to 16 bits, extended by their sign or by zeros; the low bits of longer ones. */
    public static short[] shorts(Column column, boolean signed, int rows) {
        return switch (column) {
            case ShortColumn c -> c.values();
            case ByteColumn c -> signed ? toShorts(c.values(), rows) : toShortsUnsigned(c.values(), rows);
            case IntColumn c -> Narrowing.shorts(c.values(), rows);
            case LongColumn c -> Narrowing.shorts(c.values(), rows);
            case ConstColumn c -> {
                short[] result = new short[rows];
                Arrays.fill(result, shorts(c.value(), signed, 1)[0]);
                yield result;
            }
            default -> throw mismatch(column);
        };
    }

    /** The low eight bits of integers. */
    public static byte[] bytes(Column column, int rows) {
        return switch (column) {
            case ByteColumn c -> c.values();
            case ShortColumn c -> Narrowing.bytes(c.values(), rows);
            case IntColumn c -> Narrowing.bytes(c.values(), rows);
            case LongColumn c -> Narrowing.bytes(c.values(), rows);
            case ConstColumn c -> {
                byte[] result = new byte[rows];
                Arrays.fill(result, bytes(c.value(), 1)[0]);
                yield result;
            }
            default -> throw mismatch(column);
        };
    }

    /** Any numbers as doubles: integers of every width, floats, decimals without their scale. */
    public static double[] doubles(Column column, DataType type, int rows) {
        return switch (column) {
            case DoubleColumn c -> c.values();
            case FloatColumn c -> toDoubles(c.values(), rows);
            case ConstColumn c -> {
                double[] result = new double[rows];
                Arrays.fill(result, doubles(c.value(), type, 1)[0]);
                yield result;
            }
            default ->
                type instanceof DecimalType decimal
                        ? scaled(column, decimal, rows)
                        : ofIntegers(column, Numbers.isSigned(type), rows);
        };
    }

    private static double[] ofIntegers(Column column, boolean signed, int rows) {
        return switch (column) {
            case WideColumn c -> {
                double[] result = new double[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = (signed ? c.signed(i) : c.unsigned(i)).doubleValue();
                }
                yield result;
            }
            case LongColumn c -> signed ? toDoubles(c.values(), rows) : toDoublesUnsigned(c.values(), rows);
            case IntColumn c when !signed -> toDoubles(widenUnsigned(c.values(), rows), rows);
            default -> toDoubles(ints(column, signed, rows), rows);
        };
    }

    private static double[] scaled(Column column, DecimalType type, int rows) {
        double[] result = ofIntegers(column, true, rows);
        double power = Numbers.doublePower(type.scale());
        for (int i = 0; i < rows; i++) {
            result[i] /= power;
        }
        return result;
    }

    static long[] widen(int[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    static long[] widenUnsigned(int[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i] & 0xFFFF_FFFFL;
        }
        return result;
    }

    private static long[] toLongs(short[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static long[] toLongsUnsigned(short[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i] & 0xFFFFL;
        }
        return result;
    }

    private static long[] toLongs(byte[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static long[] toLongsUnsigned(byte[] values, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i] & 0xFFL;
        }
        return result;
    }

    private static int[] widen(short[] values, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static int[] widenUnsigned(short[] values, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i] & 0xFFFF;
        }
        return result;
    }

    private static int[] widen(byte[] values, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static int[] widenUnsigned(byte[] values, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i] & 0xFF;
        }
        return result;
    }

    private static short[] toShorts(byte[] values, int rows) {
        short[] result = new short[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static short[] toShortsUnsigned(byte[] values, int rows) {
        short[] result = new short[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (short) (values[i] & 0xFF);
        }
        return result;
    }

    private static double[] toDoubles(float[] values, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static double[] toDoubles(int[] values, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static double[] toDoubles(long[] values, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static double[] toDoublesUnsigned(long[] values, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = Numbers.unsignedToDouble(values[i]);
        }
        return result;
    }

    private static DbException mismatch(Column column) {
        return DbException.bug("Expected numbers, got a " + column.getClass().getSimpleName());
    }
}
