package io.millrace.mergetree.partition;

import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.SipHash;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
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
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.time.LocalDate;
import java.util.List;

/**
 * The text that names a partition, as ClickHouse makes it: the numbers joined by dashes when all values are whole numbers, else the hex of a SipHash over
 * the values.
 */
public final class PartitionId {
    /** The id of a table without PARTITION BY. */
    public static final String ALL = "all";

    private PartitionId() {}

    /**
     * The id of the values in row {@code row} of plain columns.
     *
     * @param types of the expressions, LowCardinality included: a Date inside it is printed as a number
     */
    public static String of(List<DataType> types, List<Column> values, int row) {
        if (types.isEmpty()) {
            return ALL;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            if (!isWhole(types.get(i)) || values.get(i).isNull(row)) {
                return hashed(types, values, row);
            }
            text.append(i == 0 ? "" : "-");
            appendWhole(types.get(i), values.get(i), row, text);
        }
        return text.toString();
    }

    private static boolean isWhole(DataType type) {
        return switch (Types.bare(type)) {
            case DataType.IntegerType i -> i.bits() <= 64;
            case DataType.EnumType e -> true;
            case DataType.BoolType b -> true;
            case DataType.DateType d -> true;
            case DataType.Date32Type d -> true;
            case DataType.DateTimeType d -> true;
            case DataType.Ipv4Type i -> true;
            default -> false;
        };
    }

    private static void appendWhole(DataType type, Column column, int row, StringBuilder text) {
        Column values = column instanceof NullableColumn n ? n.values() : column;
        DataType bare = Types.bare(type);
        long number = number(bare, values, row);
        boolean dictionary = Types.withoutSimpleAggregate(type) instanceof DataType.LowCardinalityType;
        if (bare instanceof DataType.DateType && !dictionary) {
            LocalDate date = LocalDate.ofEpochDay(number);
            text.append(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
        } else if (bare instanceof DataType.IntegerType i && !i.signed()) {
            text.append(Long.toUnsignedString(number));
        } else {
            text.append(number);
        }
    }

    private static long number(DataType type, Column column, int row) {
        boolean signed = ValueOrder.isSigned(type);
        return switch (column) {
            case ByteColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFF;
            case ShortColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFF;
            case IntColumn c -> signed ? c.values()[row] : c.values()[row] & 0xFFFF_FFFFL;
            case LongColumn c -> c.values()[row];
            default ->
                throw new IllegalArgumentException(
                        "no whole number in a " + column.getClass().getSimpleName());
        };
    }

    private static String hashed(List<DataType> types, List<Column> values, int row) {
        SipHash hash = new SipHash();
        for (int i = 0; i < types.size(); i++) {
            feed(Types.withoutLowCardinality(Types.withoutSimpleAggregate(types.get(i))), values.get(i), row, hash);
        }
        Hash128 result = new Hash128();
        hash.finish128(result);
        return result.toString();
    }

    private static void tag(int tag, SipHash hash) {
        hash.update(new byte[] {(byte) tag}, 0, 1);
    }

    private static void feed(DataType type, Column column, int row, SipHash hash) {
        switch (type) {
            case DataType.NullableType n -> {
                if (column.isNull(row)) {
                    tag(0, hash);
                } else {
                    feed(n.nested(), ((NullableColumn) column).values(), row, hash);
                }
            }
            case DataType.LowCardinalityType l -> feed(l.nested(), column.plain(), row, hash);
            case DataType.SimpleAggregateType s -> feed(s.nested(), column, row, hash);
            case DataType.DecimalType d -> feedDecimal(d, column, row, hash);
            case DataType.DateTime64Type d -> {
                tag(0x14, hash);
                hash.updateLong(((LongColumn) column).values()[row]);
            }
            case DataType.ArrayType a -> feedArray(a, (ArrayColumn) column, row, hash);
            case DataType.MapType m -> {
                ArrayColumn pairs = (ArrayColumn) column;
                tag(0x1a, hash);
                hash.updateLong(pairs.length(row));
                for (int i = pairs.offsets()[row]; i < pairs.offsets()[row + 1]; i++) {
                    feed(m.asArray().element(), pairs.elements(), i, hash);
                }
            }
            case DataType.TupleType t -> {
                tag(0x12, hash);
                hash.updateLong(t.elements().size());
                for (int i = 0; i < t.elements().size(); i++) {
                    feed(t.elements().get(i), ((TupleColumn) column).elements().get(i), row, hash);
                }
            }
            case DataType.Ipv4Type i -> {
                tag(0x1e, hash);
                byte[] bytes = new byte[4];
                int value = ((IntColumn) column).values()[row];
                for (int b = 0; b < 4; b++) {
                    bytes[b] = (byte) (value >>> 8 * b);
                }
                hash.update(bytes, 0, 4);
            }
            default -> feedPlain(type, column, row, hash);
        }
    }

    private static void feedArray(DataType.ArrayType type, ArrayColumn column, int row, SipHash hash) {
        tag(0x11, hash);
        hash.updateLong(column.length(row));
        for (int i = column.offsets()[row]; i < column.offsets()[row + 1]; i++) {
            feed(type.element(), column.elements(), i, hash);
        }
    }

    private static void feedDecimal(DataType.DecimalType type, Column column, int row, SipHash hash) {
        switch (column) {
            case IntColumn c -> {
                tag(0x13, hash);
                byte[] bytes = new byte[4];
                for (int b = 0; b < 4; b++) {
                    bytes[b] = (byte) (c.values()[row] >>> 8 * b);
                }
                hash.update(bytes, 0, 4);
            }
            case LongColumn c -> {
                tag(0x14, hash);
                hash.updateLong(c.values()[row]);
            }
            default -> {
                tag(type.bits() == 128 ? 0x15 : 0x17, hash);
                feedWords((WideColumn) column, row, hash);
            }
        }
    }

    private static void feedWords(WideColumn column, int row, SipHash hash) {
        for (int word = 0; word < column.wordsPerValue(); word++) {
            hash.updateLong(column.words()[row * column.wordsPerValue() + word]);
        }
    }

    private static void feedPlain(DataType type, Column column, int row, SipHash hash) {
        switch (column) {
            case StringColumn c -> {
                tag(0x10, hash);
                hash.updateLong(c.length(row));
                hash.update(c.bytes(), c.offsets()[row], c.length(row));
            }
            case FixedColumn c -> {
                tag(0x10, hash);
                hash.updateLong(c.width());
                hash.update(c.bytes(), row * c.width(), c.width());
            }
            case FloatColumn c -> {
                tag(3, hash);
                hash.updateLong(Double.doubleToRawLongBits(c.values()[row]));
            }
            case DoubleColumn c -> {
                tag(3, hash);
                hash.updateLong(Double.doubleToRawLongBits(c.values()[row]));
            }
            case WideColumn c -> {
                boolean signed = ValueOrder.isSigned(type);
                tag(c.wordsPerValue() == 2 ? (signed ? 5 : 4) : (signed ? 0x19 : 0x18), hash);
                feedWords(c, row, hash);
            }
            default -> {
                tag(ValueOrder.isSigned(type) ? 2 : 1, hash);
                hash.updateLong(number(type, column, row));
            }
        }
    }
}
