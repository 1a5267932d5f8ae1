package io.millrace.functions.scalar.kernel;

import io.millrace.base.error.DbException;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.math.BigInteger;

/** Columns of a type from arrays of a wider one; what does not fit wraps around. */
public final class Narrowing {
    private Narrowing() {}

    /** A column of an integer-like type (numbers, dates, decimals) of up to 64 bits. */
    public static Column ofLongs(long[] values, int rows, DataType type) {
        return switch (type.layout()) {
            case LONG -> new LongColumn(values, rows);
            case INT -> new IntColumn(ints(values, rows), rows);
            case SHORT -> new ShortColumn(shorts(values, rows), rows);
            case BYTE -> new ByteColumn(bytes(values, rows), rows);
            case WIDE -> wide(values, Numbers.bits(type) / 64, rows);
            default -> throw DbException.bug("No integers in " + type.name());
        };
    }

    public static Column ofInts(int[] values, int rows, DataType type) {
        return switch (type.layout()) {
            case LONG -> new LongColumn(Widening.widen(values, rows), rows);
            case INT -> new IntColumn(values, rows);
            case SHORT -> new ShortColumn(shorts(values, rows), rows);
            case BYTE -> new ByteColumn(bytes(values, rows), rows);
            default -> throw DbException.bug("No small integers in " + type.name());
        };
    }

    /** Float32 or Float64. */
    public static Column ofDoubles(double[] values, int rows, DataType type) {
        if (!type.equals(io.millrace.data.type.Types.FLOAT32)) {
            return new DoubleColumn(values, rows);
        }
        float[] result = new float[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (float) values[i];
        }
        return new FloatColumn(result, rows);
    }

    /** Numbers of 128 or 256 bits, or of fewer. */
    public static Column ofBigs(BigInteger[] values, int rows, DataType type) {
        int bits = Numbers.bits(type);
        if (bits > 64) {
            WideColumn.Builder builder = new WideColumn.Builder(bits / 64, rows);
            for (int i = 0; i < rows; i++) {
                builder.append(values[i]);
            }
            return builder.build();
        }
        long[] longs = new long[rows];
        for (int i = 0; i < rows; i++) {
            longs[i] = values[i].longValue();
        }
        return ofLongs(longs, rows, type);
    }

    /** Signed numbers in more words. */
    static WideColumn wide(long[] values, int wordsPerValue, int rows) {
        long[] words = new long[rows * wordsPerValue];
        for (int i = 0; i < rows; i++) {
            words[i * wordsPerValue] = values[i];
            for (int word = 1; word < wordsPerValue; word++) {
                words[i * wordsPerValue + word] = values[i] >> 63;
            }
        }
        return new WideColumn(words, wordsPerValue, rows);
    }

    static int[] ints(long[] values, int rows) {
        int[] result = new int[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (int) values[i];
        }
        return result;
    }

    static short[] shorts(long[] values, int rows) {
        short[] result = new short[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (short) values[i];
        }
        return result;
    }

    static short[] shorts(int[] values, int rows) {
        short[] result = new short[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (short) values[i];
        }
        return result;
    }

    static byte[] bytes(long[] values, int rows) {
        byte[] result = new byte[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }

    static byte[] bytes(int[] values, int rows) {
        byte[] result = new byte[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }

    static byte[] bytes(short[] values, int rows) {
        byte[] result = new byte[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = (byte) values[i];
        }
        return result;
    }
}
