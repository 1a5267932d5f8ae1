package io.millrace.system;

import io.millrace.base.error.DbException;
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
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Makes the block of a system table row by row from plain values; columns that a row does not set get their default. Not thread-safe. */
final class SystemRows {
    /** What stands in front of an IPv4 address among those of IPv6. */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private final Header header;
    private final ColumnBuilder[] builders;
    private int rows;

    SystemRows(Header header) {
        this.header = header;
        this.builders = header.newBuilders(16);
    }

    /** The header of a list of columns as it stands in CREATE TABLE. */
    static Header header(String columns) {
        if (!(TypeParser.parse("Tuple(" + columns + ")") instanceof DataType.TupleType tuple)) {
            throw DbException.bug("Not a list of columns: " + columns);
        }
        List<Header.Field> fields = new ArrayList<>();
        for (int i = 0; i < tuple.names().size(); i++) {
            fields.add(new Header.Field(tuple.names().get(i), tuple.elements().get(i)));
        }
        return new Header(fields);
    }

    /** Begins the next row. */
    SystemRows row() {
        endRow();
        rows++;
        return this;
    }

    /** Gives the current row a value: a text, a number, a truth value, a time, a UUID, a list of texts, or an optional one of these. */
    SystemRows set(String column, Object value) {
        int index = header.index(column);
        append(builders[index], header.type(index), value);
        return this;
    }

    Block build() {
        endRow();
        return header.width() == 0 ? new Block(header, List.of(), rows) : Block.of(header, builders);
    }

    private void endRow() {
        for (ColumnBuilder builder : builders) {
            if (builder.rows() < rows) {
                builder.appendDefault();
            }
        }
    }

    private static void append(ColumnBuilder builder, DataType type, Object value) {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> builder.appendDefault();
            case Optional<?> optional -> append(builder, type, optional.get());
            case OptionalLong optional when optional.isEmpty() -> builder.appendDefault();
            case OptionalLong optional -> append(builder, type, optional.getAsLong());
            default -> appendPresent(builder, type, value);
        }
    }

    private static void appendPresent(ColumnBuilder builder, DataType type, Object value) {
        switch (builder) {
            case NullableColumn.Builder b
            when type instanceof DataType.NullableType n -> {
                b.appendNotNull();
                append(b.values(), n.nested(), value);
            }
            case DictionaryColumn.Builder b
            when type instanceof DataType.LowCardinalityType l -> {
                ColumnBuilder one = ColumnBuilder.of(l.nested(), 1);
                append(one, l.nested(), value);
                b.append(one.build(), 0);
            }
            case ArrayColumn.Builder b
            when type instanceof DataType.ArrayType a -> {
                for (Object element : (Iterable<?>) value) {
                    append(b.elements(), a.element(), element);
                }
                b.endRow();
            }
            case FixedColumn.Builder b
            when value instanceof InetAddress address -> {
                byte[] bytes = address.getAddress();
                byte[] mapped = bytes.length == 4 ? Arrays.copyOf(MAPPED, 16) : bytes;
                System.arraycopy(bytes, 0, mapped, 16 - bytes.length, bytes.length);
                b.append(mapped, 0, 16);
            }
            case StringColumn.Builder b -> b.append(value.toString());
            case WideColumn.Builder b
            when value instanceof UUID uuid -> b.append(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
            case ByteColumn.Builder b
            when type instanceof DataType.EnumType e && value instanceof String name ->
                b.append(e.valueOf(name).orElseThrow().byteValue());
            case ByteColumn.Builder b -> b.append((byte) number(value));
            case ShortColumn.Builder b -> b.append((short) number(value));
            case IntColumn.Builder b -> b.append((int) number(value));
            case LongColumn.Builder b
            when type instanceof DataType.DateTime64Type && value instanceof Instant time ->
                b.append(time.getEpochSecond() * 1_000_000 + time.getNano() / 1000);
            case LongColumn.Builder b -> b.append(number(value));
            case FloatColumn.Builder b -> b.append(((Number) value).floatValue());
            case DoubleColumn.Builder b -> b.append(((Number) value).doubleValue());
            default -> throw DbException.bug("System tables have no columns of type " + type.name());
        }
    }

    private static long number(Object value) {
        return switch (value) {
            case Boolean b -> b ? 1 : 0;
            case Number n -> n.longValue();
            case Instant t -> t.getEpochSecond();
            default -> throw DbException.bug("Not a number: " + value);
        };
    }
}
