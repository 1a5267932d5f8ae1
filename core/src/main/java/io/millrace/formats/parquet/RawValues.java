package io.millrace.formats.parquet;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * Values as a page has them: numbers (also the bits of floats), or bytes with their boundaries. Immutable.
 *
 * @param offsets {@code count + 1} of them for bytes, empty for numbers
 */
record RawValues(int count, long[] numbers, byte[] bytes, int[] offsets) {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long JULIAN_EPOCH = 2_440_588;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final byte[] NO_BYTES = {};
    private static final int[] NO_OFFSETS = {};

    static RawValues ofNumbers(long[] numbers) {
        return new RawValues(numbers.length, numbers, NO_BYTES, NO_OFFSETS);
    }

    static RawValues ofBytes(byte[] bytes, int[] offsets) {
        return new RawValues(offsets.length - 1, new long[0], bytes, offsets);
    }

    private static void require(long needed, int from, int limit) {
        if (needed > limit - from) {
            throw ThriftReader.broken("a page ends inside of its values");
        }
    }

    /** Reads {@code count} plain values. */
    static RawValues plain(Node.Primitive leaf, byte[] page, int from, int limit, int count) {
        return switch (leaf.physical()) {
            case Leaf.BOOLEAN -> {
                require((count + 7L) / 8, from, limit);
                long[] bits = new long[count];
                for (int i = 0; i < count; i++) {
                    bits[i] = page[from + (i >> 3)] >> (i & 7) & 1;
                }
                yield ofNumbers(bits);
            }
            case Leaf.INT32, Leaf.FLOAT -> {
                require(4L * count, from, limit);
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (int) INT.get(page, from + 4 * i);
                }
                yield ofNumbers(values);
            }
            case Leaf.INT64, Leaf.DOUBLE -> {
                require(8L * count, from, limit);
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (long) LONG.get(page, from + 8 * i);
                }
                yield ofNumbers(values);
            }
            case Leaf.INT96 -> {
                require(12L * count, from, limit);
                long[] values = new long[count];
                for (int i = 0; i < count; i++) {
                    long nanos = (long) LONG.get(page, from + 12 * i);
                    long days = (int) INT.get(page, from + 12 * i + 8) - JULIAN_EPOCH;
                    values[i] = days * NANOS_PER_DAY + nanos;
                }
                yield ofNumbers(values);
            }
            case Leaf.FIXED -> {
                require((long) leaf.length() * count, from, limit);
                int[] offsets = new int[count + 1];
                for (int i = 0; i <= count; i++) {
                    offsets[i] = from + i * leaf.length();
                }
                yield ofBytes(page, offsets);
            }
            default -> texts(page, from, limit, count);
        };
    }

    private static RawValues texts(byte[] page, int from, int limit, int count) {
        require(4L * count, from, limit);
        // the lengths between the texts are moved out
        byte[] bytes = new byte[limit - from];
        int[] offsets = new int[count + 1];
        int at = from;
        int done = 0;
        for (int i = 0; i < count; i++) {
            require(4, at, limit);
            int length = (int) INT.get(page, at);
            at += 4;
            if (length < 0) {
                throw ThriftReader.broken("a text of " + length + " bytes");
            }
            require(length, at, limit);
            System.arraycopy(page, at, bytes, done, length);
            at += length;
            done += length;
            offsets[i + 1] = done;
        }
        return ofBytes(bytes, offsets);
    }

    /** The values as a column of the leaf's type. */
    Column column(Node.Primitive leaf) {
        DataType type = leaf.bare();
        if (leaf.physical() == Leaf.BYTES || leaf.physical() == Leaf.FIXED) {
            return ofBytes(type, leaf);
        }
        return switch (ColumnBuilder.of(type, 0)) {
            case ByteColumn.Builder b -> {
                byte[] values = new byte[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (byte) numbers[i];
                }
                yield new ByteColumn(values, count);
            }
            case ShortColumn.Builder b -> {
                short[] values = new short[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (short) numbers[i];
                }
                yield new ShortColumn(values, count);
            }
            case IntColumn.Builder b -> {
                int[] values = new int[count];
                for (int i = 0; i < count; i++) {
                    values[i] = (int) numbers[i];
                }
                yield new IntColumn(values, count);
            }
            case FloatColumn.Builder b -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = Float.intBitsToFloat((int) numbers[i]);
                }
                yield new FloatColumn(values, count);
            }
            case DoubleColumn.Builder b -> {
                double[] values = new double[count];
                for (int i = 0; i < count; i++) {
                    values[i] = Double.longBitsToDouble(numbers[i]);
                }
                yield new DoubleColumn(values, count);
            }
            case WideColumn.Builder b -> {
                for (int i = 0; i < count; i++) {
                    b.append(BigInteger.valueOf(numbers[i]));
                }
                yield b.build();
            }
            default -> new LongColumn(numbers, count);
        };
    }

    private Column ofBytes(DataType type, Node.Primitive leaf) {
        switch (type) {
            case DataType.DecimalType d -> {
                return decimals(d);
            }
            case DataType.UuidType u -> {
                long[] words = new long[2 * count];
                for (int i = 0; i < words.length; i++) {
                    words[i] = Long.reverseBytes((long) LONG.get(bytes, offsets[i / 2] + 8 * (i % 2)));
                }
                return new WideColumn(words, 2, count);
            }
            case DataType.FloatType f -> {
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = Float.float16ToFloat((short) (bytes[offsets[i]] & 0xFF | bytes[offsets[i] + 1] << 8));
                }
                return new FloatColumn(values, count);
            }
            case DataType.FixedStringType f -> {
                FixedColumn.Builder builder = new FixedColumn.Builder(leaf.length(), count);
                for (int i = 0; i < count; i++) {
                    builder.append(bytes, offsets[i], leaf.length());
                }
                return builder.build();
            }
            default -> {
                StringColumn.Builder builder = new StringColumn.Builder(count);
                for (int i = 0; i < count; i++) {
                    builder.append(bytes, offsets[i], offsets[i + 1] - offsets[i]);
                }
                return builder.build();
            }
        }
    }

    /** Decimals of any width, first byte first. */
    private Column decimals(DataType.DecimalType type) {
        ColumnBuilder builder = ColumnBuilder.of(type, count);
        for (int i = 0; i < count; i++) {
            int length = offsets[i + 1] - offsets[i];
            if (length > 32) {
                throw ThriftReader.broken("a decimal of " + length + " bytes");
            }
            BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(bytes, offsets[i], length);
            switch (builder) {
                case IntColumn.Builder b -> b.append(value.intValue());
                case LongColumn.Builder b -> b.append(value.longValue());
                case WideColumn.Builder b -> b.append(value);
                default -> throw ThriftReader.broken("a decimal");
            }
        }
        return builder.build();
    }
}
