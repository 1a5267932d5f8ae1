package io.millrace.functions.scalar.conversion;

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
import io.millrace.data.type.DataType.FixedStringType;
import io.millrace.data.type.DataType.UuidType;
import io.millrace.data.type.Layout;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;

/** The bytes of values, little-endian as in memory, seen as values of another type; missing bytes are zero. */
record Reinterpretation(DataType type, DataType from) implements BoundScalar {
    static BoundScalar bind(String function, DataType from, DataType to) {
        if (!hasBytes(from)) {
            throw Signature.illegalType(function, from);
        }
        return new Reinterpretation(to, from);
    }

    private static boolean hasBytes(DataType type) {
        return switch (type.layout()) {
            case NULLABLE, DICTIONARY, ARRAY, TUPLE -> false;
            default -> !(type instanceof DataType.NothingType);
        };
    }

    /** Bytes of a value of a fixed size; 0 for strings. */
    static int width(DataType type) {
        return switch (type) {
            case FixedStringType f -> f.length();
            case UuidType u -> 16;
            case DataType.Ipv6Type i -> 16;
            case DataType t when t.layout() == Layout.STRING -> 0;
            default -> Numbers.bits(type) / 8;
        };
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        Column source = arguments[0].plain();
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        byte[] scratch = new byte[64];
        for (int i = 0; i < rows; i++) {
            byte[] bytes = source instanceof StringColumn strings ? strings.copyOf(i) : bytes(source, i, scratch);
            int length = source instanceof StringColumn ? bytes.length : width(from);
            append(builder, bytes, length);
        }
        return builder.build();
    }

    private byte[] bytes(Column column, int row, byte[] scratch) {
        switch (column) {
            case FixedColumn c -> {
                return java.util.Arrays.copyOfRange(c.bytes(), row * c.width(), (row + 1) * c.width());
            }
            case WideColumn c -> {
                for (int word = 0; word < c.wordsPerValue(); word++) {
                    put(c.words()[row * c.wordsPerValue() + word], 8, scratch, word * 8);
                }
            }
            case FloatColumn c -> put(Float.floatToRawIntBits(c.values()[row]), 4, scratch, 0);
            case DoubleColumn c -> put(Double.doubleToRawLongBits(c.values()[row]), 8, scratch, 0);
            default -> put(Numbers.longAt(column, row, true), 8, scratch, 0);
        }
        return scratch;
    }

    private static void put(long value, int count, byte[] target, int at) {
        for (int i = 0; i < count; i++) {
            target[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private static long get(byte[] bytes, int length, int from, int count) {
        long value = 0;
        for (int i = Math.min(length, from + count) - 1; i >= from; i--) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    private void append(ColumnBuilder builder, byte[] bytes, int length) {
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) get(bytes, length, 0, 1));
            case ShortColumn.Builder b -> b.append((short) get(bytes, length, 0, 2));
            case IntColumn.Builder b -> b.append((int) get(bytes, length, 0, 4));
            case LongColumn.Builder b -> b.append(get(bytes, length, 0, 8));
            case FloatColumn.Builder b -> b.append(Float.intBitsToFloat((int) get(bytes, length, 0, 4)));
            case DoubleColumn.Builder b -> b.append(Double.longBitsToDouble(get(bytes, length, 0, 8)));
            case WideColumn.Builder b -> {
                long[] words = b.ensure(1);
                for (int word = 0; word < b.wordsPerValue(); word++) {
                    words[b.rows() * b.wordsPerValue() + word] = get(bytes, length, word * 8, 8);
                }
                b.advance(1);
            }
            case FixedColumn.Builder b -> b.append(bytes, 0, Math.min(length, b.width()));
            case StringColumn.Builder b ->
                b.append(bytes, 0, Types.isStringLike(from) ? length : trimmed(bytes, length));
            default -> throw io.millrace.base.error.DbException.bug("No bytes in " + type.name());
        }
    }

    /** As a string a number ends with its last byte that is not zero. */
    private static int trimmed(byte[] bytes, int length) {
        int end = length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
