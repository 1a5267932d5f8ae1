package io.millrace.functions.scalar.conditional;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Puts a column together from the rows of several columns of one type. */
final class Branches {
    private Branches() {}

    /**
     * Row i of column {@code choice[i]}, a number without sign.
     *
     * @param columns plain or constant columns of {@code type}
     */
    static Column pick(Column[] columns, byte[] choice, int rows, DataType type) {
        return switch (type.layout()) {
            case BYTE -> {
                byte[][] sources = new byte[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((ByteColumn) columns[i].plain()).values();
                }
                byte[] result = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new ByteColumn(result, rows);
            }
            case SHORT -> {
                short[][] sources = new short[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((ShortColumn) columns[i].plain()).values();
                }
                short[] result = new short[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new ShortColumn(result, rows);
            }
            case INT -> {
                int[][] sources = new int[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((IntColumn) columns[i].plain()).values();
                }
                int[] result = new int[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new IntColumn(result, rows);
            }
            case LONG -> {
                long[][] sources = new long[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((LongColumn) columns[i].plain()).values();
                }
                long[] result = new long[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new LongColumn(result, rows);
            }
            case FLOAT -> {
                float[][] sources = new float[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((FloatColumn) columns[i].plain()).values();
                }
                float[] result = new float[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new FloatColumn(result, rows);
            }
            case DOUBLE -> {
                double[][] sources = new double[columns.length][];
                for (int i = 0; i < columns.length; i++) {
                    sources[i] = ((DoubleColumn) columns[i].plain()).values();
                }
                double[] result = new double[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = sources[choice[i] & 0xFF][i];
                }
                yield new DoubleColumn(result, rows);
            }
            case NULLABLE -> nullable(columns, choice, rows, type);
            default -> built(columns, choice, rows, type);
        };
    }

    private static Column nullable(Column[] columns, byte[] choice, int rows, DataType type) {
        Column[] nulls = new Column[columns.length];
        Column[] values = new Column[columns.length];
        for (int i = 0; i < columns.length; i++) {
            NullableColumn column = (NullableColumn) columns[i].plain();
            nulls[i] = new ByteColumn(column.nulls(), rows);
            values[i] = column.values();
        }
        ByteColumn map = (ByteColumn) pick(nulls, choice, rows, Types.UINT8);
        return new NullableColumn(map.values(), pick(values, choice, rows, Types.withoutNullable(type)));
    }

    private static Column built(Column[] columns, byte[] choice, int rows, DataType type) {
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        for (int i = 0; i < rows; i++) {
            builder.append(columns[choice[i] & 0xFF], i);
        }
        return builder.build();
    }
}
