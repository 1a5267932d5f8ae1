package io.millrace.formats;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import java.util.List;
import java.util.Random;

/** Random values of every type, such that each has a text of its own. */
final class RandomBlocks {
    static final List<String> TYPES = List.of(
            "Int8",
            "UInt8",
            "Int16",
            "UInt16",
            "Int32",
            "UInt32",
            "Int64",
            "UInt64",
            "Int128",
            "UInt128",
            "Int256",
            "UInt256",
            "Float32",
            "Float64",
            "Decimal(9, 3)",
            "Decimal(18, 5)",
            "Decimal(38, 0)",
            "Decimal(76, 20)",
            "Bool",
            "String",
            "FixedString(5)",
            "Date",
            "Date32",
            "DateTime",
            "DateTime64(3)",
            "DateTime64(9)",
            "UUID",
            "IPv4",
            "IPv6",
            "Enum8('a' = -5, 'it\\'s' = 1, 'c\td' = 100)",
            "Enum16('x' = -300, 'y' = 4000)",
            "Nullable(Int32)",
            "Nullable(String)",
            "Nullable(Float64)",
            "Nullable(DateTime)",
            "LowCardinality(String)",
            "LowCardinality(Nullable(String))",
            "LowCardinality(UInt32)",
            "Array(Int32)",
            "Array(String)",
            "Array(Nullable(String))",
            "Array(Array(UInt8))",
            "Array(LowCardinality(String))",
            "Tuple(Int8, String)",
            "Tuple(a Int8, `b c` Array(String))",
            "Map(String, UInt8)",
            "Map(UInt16, Array(Date))",
            "Array(Tuple(UInt8, Nullable(String)))",
            "IntervalHour");

    private static final String ALPHABET = "ab \t\n\r\\'\",;:{}[]()N/=\0\u00FC\u65E5\uD83D\uDE00";

    private final Random random;

    RandomBlocks(Random random) {
        this.random = random;
    }

    /** Those that Parquet has. */
    static List<String> withoutIntervals() {
        return TYPES.stream().filter(t -> !t.startsWith("Interval")).toList();
    }

    Block block(Header header, int rows) {
        ColumnBuilder[] builders = header.newBuilders(rows);
        for (int i = 0; i < builders.length; i++) {
            for (int row = 0; row < rows; row++) {
                append(header.type(i), builders[i]);
            }
        }
        return Block.of(header, builders);
    }

    private void append(DataType type, ColumnBuilder builder) {
        switch (builder) {
            case NullableColumn.Builder b -> {
                if (random.nextInt(3) == 0) {
                    b.appendNull();
                } else {
                    append(((DataType.NullableType) type).nested(), b.values());
                    b.appendNotNull();
                }
            }
            case DictionaryColumn.Builder b -> {
                ColumnBuilder one = ColumnBuilder.of(((DataType.LowCardinalityType) type).nested(), 1);
                append(((DataType.LowCardinalityType) type).nested(), one);
                b.append(one.build(), 0);
            }
            case ArrayColumn.Builder b -> {
                DataType element = type instanceof DataType.MapType map
                        ? map.asArray().element()
                        : ((DataType.ArrayType) type).element();
                for (int i = random.nextInt(4); i > 0; i--) {
                    append(element, b.elements());
                }
                b.endRow();
            }
            case TupleColumn.Builder b -> {
                for (int i = 0; i < b.width(); i++) {
                    append(((DataType.TupleType) type).elements().get(i), b.element(i));
                }
                b.endRow();
            }
            case StringColumn.Builder b -> b.append(text(random.nextInt(12)));
            default -> appendPlain(type, builder);
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        int[] points = ALPHABET.codePoints().toArray();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private void appendPlain(DataType type, ColumnBuilder builder) {
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) number(type));
            case ShortColumn.Builder b -> b.append((short) number(type));
            case IntColumn.Builder b -> b.append((int) number(type));
            case LongColumn.Builder b -> b.append(number(type));
            case FloatColumn.Builder b -> {
                float value = random.nextBoolean() ? random.nextInt(1000) / 8f : Float.intBitsToFloat(random.nextInt());
                b.append(Float.isFinite(value) ? value : 0.1f);
            }
            case DoubleColumn.Builder b -> {
                double value =
                        random.nextBoolean() ? random.nextInt(1000) / 10.0 : Double.longBitsToDouble(random.nextLong());
                b.append(Double.isFinite(value) ? value : 0.1);
            }
            case FixedColumn.Builder b -> {
                byte[] bytes = new byte[b.width()];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte)
                            (type instanceof DataType.Ipv6Type
                                    ? random.nextInt(3) * random.nextInt(256)
                                    : "a\t'\"\0\\".charAt(random.nextInt(6)));
                }
                b.append(bytes, 0, bytes.length);
            }
            case WideColumn.Builder b -> {
                boolean small = type instanceof DataType.DecimalType || random.nextBoolean();
                long[] words = b.ensure(1);
                int at = b.rows() * b.wordsPerValue();
                long low = random.nextLong() >> random.nextInt(63);
                boolean signed =
                        type instanceof DataType.DecimalType || type instanceof DataType.IntegerType i && i.signed();
                for (int i = 0; i < b.wordsPerValue(); i++) {
                    words[at + i] = i == 0 ? low : small ? (signed && low < 0 ? -1 : 0) : random.nextLong();
                }
                b.advance(1);
            }
            default -> throw new IllegalArgumentException(type.name());
        }
    }

    private long number(DataType type) {
        return switch (type) {
            case DataType.BoolType b -> random.nextInt(2);
            case DataType.EnumType e ->
                e.entries().get(random.nextInt(e.entries().size())).value();
            case DataType.DecimalType d ->
                (random.nextLong() >> random.nextInt(60))
                        % (d.bits() == 32 ? 1_000_000_000L : 1_000_000_000_000_000_000L);
            case DataType.Date32Type d -> random.nextInt(-25_567, 120_530);
            case DataType.DateTime64Type d ->
                random.nextLong(-2_000_000_000L, 9_000_000_000L) * (d.precision() == 3 ? 1000 : 1_000_000_000 / 2)
                        + random.nextInt(1000);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }
}
