package io.millrace.functions.aggregate;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Layout;

/** What aggregate functions ask about types of numbers, and columns of them made from longs. */
public final class Numbers {
    private Numbers() {}

    public static boolean signed(DataType type) {
        return ValueOrder.isSigned(type);
    }

    public static boolean isFloat(DataType type) {
        return type instanceof FloatType;
    }

    /** Bytes of one value of a layout of primitive values; 0 for others. */
    public static int width(DataType type) {
        return switch (type.layout()) {
            case BYTE -> 1;
            case SHORT -> 2;
            case INT, FLOAT -> 4;
            case LONG, DOUBLE -> 8;
            case WIDE, FIXED, STRING, NULLABLE, DICTIONARY, ARRAY, TUPLE -> 0;
        };
    }

    public static int scale(DataType type) {
        return type instanceof DecimalType d ? d.scale() : 0;
    }

    /** 10^{-scale} as ClickHouse divides decimals: by the power of ten. */
    public static double powerOfTen(int scale) {
        return new java.math.BigDecimal(java.math.BigInteger.TEN.pow(scale)).doubleValue();
    }

    /** A column of a primitive layout from values (bits of floats) {@code from} to {@code to} (exclusive). */
    public static Column column(Layout layout, long[] values, int from, int to) {
        int rows = to - from;
        switch (layout) {
            case BYTE -> {
                byte[] result = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) values[from + i];
                }
                return new ByteColumn(result, rows);
            }
            case SHORT -> {
                short[] result = new short[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = (short) values[from + i];
                }
                return new ShortColumn(result, rows);
            }
            case INT -> {
                int[] result = new int[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = (int) values[from + i];
                }
                return new IntColumn(result, rows);
            }
            case FLOAT -> {
                float[] result = new float[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = Float.intBitsToFloat((int) values[from + i]);
                }
                return new FloatColumn(result, rows);
            }
            case DOUBLE -> {
                double[] result = new double[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = Double.longBitsToDouble(values[from + i]);
                }
                return new DoubleColumn(result, rows);
            }
            default -> {
                return new LongColumn(java.util.Arrays.copyOfRange(values, from, to), rows);
            }
        }
    }
}
