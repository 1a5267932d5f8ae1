package io.millrace.pipeline.operator.key;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Layout;
import io.millrace.data.type.Types;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of numbers and strings as bytes, written column by column: the common mix of GROUP BY id, text. Each value is eight bytes or a length of four and the
 * string; a Nullable one has a flag before it. Stateless.
 */
final class KeyRows {
    private static final int MOST_BYTES = Integer.MAX_VALUE - StringColumn.PADDING - 16;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private KeyRows() {}

    static boolean fits(List<DataType> types) {
        return types.stream().map(Types::withoutNullable).map(DataType::layout).allMatch(KeyRows::fits);
    }

    private static boolean fits(Layout layout) {
        return switch (layout) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, STRING -> true;
            case WIDE, FIXED, NULLABLE, DICTIONARY, ARRAY, TUPLE -> false;
        };
    }

    static StringColumn write(List<DataType> types, Column[] columns, int rows) {
        Column[] plain = new Column[columns.length];
        int[] offsets = new int[rows + 1];
        int fixed = 0;
        for (int k = 0; k < columns.length; k++) {
            plain[k] = columns[k].plain();
            fixed += types.get(k).isNullable() ? 1 : 0;
            Column bare = plain[k] instanceof NullableColumn n ? n.values() : plain[k];
            if (bare instanceof StringColumn strings) {
                fixed += 4;
                addLengths(strings, plain[k], rows, offsets);
            } else {
                fixed += 8;
            }
        }
        long total = 0;
        for (int i = 0; i < rows; i++) {
            total += offsets[i + 1] + fixed;
            offsets[i + 1] = (int) total;
        }
        if (total > MOST_BYTES) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE,
                    "The keys of one block are larger than 2 GiB; use a smaller max_block_size");
        }
        byte[] bytes = new byte[(int) total + StringColumn.PADDING];
        int[] next = Arrays.copyOf(offsets, rows);
        for (Column column : plain) {
            write(column, rows, bytes, next);
        }
        return new StringColumn(bytes, offsets, rows);
    }

    private static void addLengths(StringColumn strings, Column outer, int rows, int[] lengths) {
        int[] offsets = strings.offsets();
        byte[] nulls = outer instanceof NullableColumn n ? n.nulls() : new byte[rows];
        for (int i = 0; i < rows; i++) {
            lengths[i + 1] += (offsets[i + 1] - offsets[i]) & (nulls[i] - 1);
        }
    }

    private static void write(Column column, int rows, byte[] bytes, int[] next) {
        byte[] nulls = new byte[rows];
        Column values = column;
        if (column instanceof NullableColumn nullable) {
            nulls = nullable.nulls();
            values = nullable.values();
            for (int i = 0; i < rows; i++) {
                bytes[next[i]++] = nulls[i];
            }
        }
        if (values instanceof StringColumn strings) {
            byte[] source = strings.bytes();
            int[] offsets = strings.offsets();
            for (int i = 0; i < rows; i++) {
                int length = (offsets[i + 1] - offsets[i]) & (nulls[i] - 1);
                int at = next[i];
                INT.set(bytes, at, length);
                copy(source, offsets[i], bytes, at + 4, length);
                next[i] = at + 4 + length;
            }
            return;
        }
        long[] words = words(values, rows);
        for (int i = 0; i < rows; i++) {
            LONG.set(bytes, next[i], words[i] & (nulls[i] - 1L));
            next[i] += 8;
        }
    }

    private static void copy(byte[] source, int from, byte[] target, int to, int length) {
        if (length > 24) {
            System.arraycopy(source, from, target, to, length);
        } else {
            for (int i = 0; i < length; i++) {
                target[to + i] = source[from + i];
            }
        }
    }

    private static long[] words(Column values, int rows) {
        long[] words = new long[rows];
        switch (values) {
            case ByteColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = c.values()[i];
                }
            }
            case ShortColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = c.values()[i];
                }
            }
            case IntColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = c.values()[i];
                }
            }
            case LongColumn c -> System.arraycopy(c.values(), 0, words, 0, rows);
            case FloatColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = Float.floatToIntBits(c.values()[i]);
                }
            }
            case DoubleColumn c -> {
                for (int i = 0; i < rows; i++) {
                    words[i] = Double.doubleToLongBits(c.values()[i]);
                }
            }
            default ->
                throw DbException.bug("No words for a " + values.getClass().getSimpleName());
        }
        return words;
    }

    static Column[] read(List<DataType> types, StringColumn keys) {
        int[] next = Arrays.copyOf(keys.offsets(), keys.rows());
        Column[] result = new Column[types.size()];
        for (int k = 0; k < result.length; k++) {
            DataType type = types.get(k);
            byte[] nulls = new byte[keys.rows()];
            if (type.isNullable()) {
                for (int i = 0; i < nulls.length; i++) {
                    nulls[i] = keys.bytes()[next[i]++];
                }
            }
            Column values = read(Types.withoutNullable(type), keys.bytes(), next);
            result[k] = type.isNullable() ? new NullableColumn(nulls, values) : values;
        }
        return result;
    }

    private static Column read(DataType type, byte[] bytes, int[] next) {
        int rows = next.length;
        if (type.layout() == Layout.STRING) {
            StringColumn.Builder builder = new StringColumn.Builder(rows);
            for (int i = 0; i < rows; i++) {
                int length = (int) INT.get(bytes, next[i]);
                builder.append(bytes, next[i] + 4, length);
                next[i] += 4 + length;
            }
            return builder.build();
        }
        long[] words = new long[rows];
        for (int i = 0; i < rows; i++) {
            words[i] = (long) LONG.get(bytes, next[i]);
            next[i] += 8;
        }
        return column(type.layout(), words);
    }

    private static Column column(Layout layout, long[] words) {
        int rows = words.length;
        return switch (layout) {
            case BYTE -> {
                byte[] v = new byte[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (byte) words[i];
                }
                yield new ByteColumn(v, rows);
            }
            case SHORT -> {
                short[] v = new short[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (short) words[i];
                }
                yield new ShortColumn(v, rows);
            }
            case INT -> {
                int[] v = new int[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = (int) words[i];
                }
                yield new IntColumn(v, rows);
            }
            case LONG -> new LongColumn(words, rows);
            case FLOAT -> {
                float[] v = new float[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = Float.intBitsToFloat((int) words[i]);
                }
                yield new FloatColumn(v, rows);
            }
            case DOUBLE -> {
                double[] v = new double[rows];
                for (int i = 0; i < rows; i++) {
                    v[i] = Double.longBitsToDouble(words[i]);
                }
                yield new DoubleColumn(v, rows);
            }
            case WIDE, FIXED, STRING, NULLABLE, DICTIONARY, ARRAY, TUPLE ->
                throw DbException.bug("No words for " + layout);
        };
    }
}
