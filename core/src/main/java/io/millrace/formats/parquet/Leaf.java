package io.millrace.formats.parquet;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the values of one of our types, which is neither Nullable nor a container, are written.
 *
 * @param physical Parquet's number of the storage
 * @param length bytes of fixed length values, 0 for others
 * @param annotation writes the fields of the schema that say what the values mean
 */
record Leaf(DataType type, int physical, int length, Consumer<ThriftWriter> annotation) {
    static final int BOOLEAN = 0;
    static final int INT32 = 1;
    static final int INT64 = 2;
    static final int INT96 = 3;
    static final int FLOAT = 4;
    static final int DOUBLE = 5;
    static final int BYTES = 6;
    static final int FIXED = 7;

    private static final int FIRST_INTEGER = 11;

    static Leaf of(DataType type, String column, boolean textAsText) {
        return switch (type) {
            case DataType.IntegerType i
            when i.bits() <= 64 -> new Leaf(type, i.bits() == 64 ? INT64 : INT32, 0, integer(i.bits(), i.signed()));
            case DataType.IntegerType i -> new Leaf(type, FIXED, i.bits() / 8, t -> {});
            case DataType.FloatType f -> new Leaf(type, f.bits() == 32 ? FLOAT : DOUBLE, 0, t -> {});
            case DataType.BoolType b -> new Leaf(type, BOOLEAN, 0, t -> {});
            case DataType.StringType s -> new Leaf(type, BYTES, 0, textAsText ? logical(0, 1) : t -> {});
            case DataType.AggregateStateType s -> new Leaf(type, BYTES, 0, t -> {});
            case DataType.EnumType e -> new Leaf(type, BYTES, 0, logical(4, 4));
            case DataType.FixedStringType f -> new Leaf(type, FIXED, f.length(), t -> {});
            case DataType.DateType d -> new Leaf(type, INT32, 0, logical(6, 6));
            case DataType.Date32Type d -> new Leaf(type, INT32, 0, logical(6, 6));
            case DataType.DateTimeType d -> new Leaf(type, INT64, 0, timestamp(1));
            case DataType.DateTime64Type d -> new Leaf(type, INT64, 0, timestamp(unit(d.precision())));
            case DataType.DecimalType d ->
                new Leaf(
                        type,
                        d.bits() == 32 ? INT32 : d.bits() == 64 ? INT64 : FIXED,
                        d.bits() > 64 ? d.bits() / 8 : 0,
                        decimal(d.precision(), d.scale()));
            case DataType.UuidType u ->
                new Leaf(type, FIXED, 16, t -> t.struct(10).struct(14).end().end());
            case DataType.Ipv4Type i -> new Leaf(type, INT32, 0, integer(32, false));
            case DataType.Ipv6Type i -> new Leaf(type, FIXED, 16, t -> {});
            default -> throw ParquetSchema.unsupported(type, column);
        };
    }

    private static Consumer<ThriftWriter> logical(int converted, int union) {
        return t -> t.int32(6, converted).struct(10).struct(union).end().end();
    }

    private static Consumer<ThriftWriter> integer(int bits, boolean signed) {
        int converted = FIRST_INTEGER + (signed ? 4 : 0) + Integer.numberOfTrailingZeros(bits / 8);
        return t -> t.int32(6, converted)
                .struct(10)
                .struct(10)
                .int8(1, bits)
                .bool(2, signed)
                .end()
                .end();
    }

    private static Consumer<ThriftWriter> decimal(int precision, int scale) {
        return t -> t.int32(6, 5)
                .int32(7, scale)
                .int32(8, precision)
                .struct(10)
                .struct(5)
                .int32(1, scale)
                .int32(2, precision)
                .end()
                .end();
    }

    private static Consumer<ThriftWriter> timestamp(int unit) {
        return t -> {
            if (unit < 3) {
                t.int32(6, 8 + unit);
            }
            t.struct(10)
                    .struct(8)
                    .bool(1, true)
                    .struct(2)
                    .struct(unit)
                    .end()
                    .end()
                    .end()
                    .end();
        };
    }

    /** Parquet's unit for a number of digits: 1 for milli-, 2 for micro-, 3 for nanoseconds. */
    static int unit(int precision) {
        return Math.max(1, (precision + 2) / 3);
    }

    /** Appends values plainly: those of the rows, where {@code rows[i]} is not negative. */
    void write(Column column, int[] rows, int from, int to, ByteSink out) {
        switch (column) {
            case ByteColumn c when physical == BOOLEAN -> bits(c.values(), rows, from, to, out);
            case ByteColumn c
            when type instanceof DataType.EnumType e -> names(e, i -> c.values()[i], rows, from, to, out);
            case ShortColumn c
            when type instanceof DataType.EnumType e -> names(e, i -> c.values()[i], rows, from, to, out);
            default -> {
                for (int i = from; i < to; i++) {
                    if (rows[i] >= 0) {
                        value(column, rows[i], out);
                    }
                }
            }
        }
    }

    private static void bits(byte[] values, int[] rows, int from, int to, ByteSink out) {
        int bits = 0;
        int filled = 0;
        for (int i = from; i < to; i++) {
            if (rows[i] >= 0) {
                bits |= values[rows[i]] != 0 ? 1 << filled : 0;
                if (++filled == 8) {
                    out.putByte(bits);
                    bits = 0;
                    filled = 0;
                }
            }
        }
        if (filled > 0) {
            out.putByte(bits);
        }
    }

    private interface Numbers {
        int at(int row);
    }

    private static void names(DataType.EnumType type, Numbers numbers, int[] rows, int from, int to, ByteSink out) {
        Map<Integer, byte[]> names = new HashMap<>();
        type.namesByValue().forEach((value, name) -> names.put(value, name.getBytes(StandardCharsets.UTF_8)));
        for (int i = from; i < to; i++) {
            if (rows[i] >= 0) {
                byte[] name = names.getOrDefault(numbers.at(rows[i]), new byte[0]);
                out.putInt(name.length);
                out.put(name);
            }
        }
    }

    private void value(Column column, int row, ByteSink out) {
        boolean unsigned = type instanceof DataType.IntegerType i && !i.signed() || type instanceof DataType.DateType;
        switch (column) {
            case ByteColumn c -> out.putInt(unsigned ? c.values()[row] & 0xFF : c.values()[row]);
            case ShortColumn c -> out.putInt(unsigned ? c.values()[row] & 0xFFFF : c.values()[row]);
            case IntColumn c when physical == INT64 -> out.putLong((c.values()[row] & 0xFFFF_FFFFL) * 1000);
            case IntColumn c -> out.putInt(c.values()[row]);
            case LongColumn c -> out.putLong(c.values()[row] * factor());
            case FloatColumn c -> out.putFloat(c.values()[row]);
            case DoubleColumn c -> out.putDouble(c.values()[row]);
            case FixedColumn c -> out.put(c.bytes(), row * c.width(), c.width());
            case StringColumn c -> {
                out.putInt(c.length(row));
                out.put(c.bytes(), c.offsets()[row], c.length(row));
            }
            case WideColumn c -> wide(c, row, out);
            default -> throw DbException.bug("No Parquet for " + type.name());
        }
    }

    private long factor() {
        if (type instanceof DataType.DateTime64Type d) {
            return List.of(1L, 10L, 100L, 1000L).get(3 * unit(d.precision()) - d.precision());
        }
        return 1;
    }

    /** Decimals with the first byte first, UUIDs as in their text, other numbers as they are. */
    private void wide(WideColumn column, int row, ByteSink out) {
        int words = column.wordsPerValue();
        for (int i = 0; i < words; i++) {
            if (type instanceof DataType.DecimalType) {
                out.putLong(Long.reverseBytes(column.words()[row * words + words - 1 - i]));
            } else if (type instanceof DataType.UuidType) {
                out.putLong(Long.reverseBytes(column.words()[row * words + i]));
            } else {
                out.putLong(column.words()[row * words + i]);
            }
        }
    }
}
