package io.millrace.postgres.catalog;

import io.millrace.data.block.Block;
import io.millrace.data.block.Header;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.net.pgwire.WireType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interpreter's values as a block of our types. What has a name in PostgreSQL (regclass and the like) is text here. */
final class Results {
    private Results() {}

    static DataType dataType(WireType type) {
        DataType element = switch (type.type()) {
            case BOOL -> Types.BOOL;
            case INT2 -> Types.INT16;
            case INT4 -> Types.INT32;
            case INT8 -> Types.INT64;
            case OID, XID -> Types.UINT32;
            case FLOAT4 -> Types.FLOAT32;
            case FLOAT8 -> Types.FLOAT64;
            default -> Types.STRING;
        };
        return type.array() ? Types.array(Types.nullable(element)) : Types.nullable(element);
    }

    static Block block(List<CatalogQuery.Column> columns, List<@Nullable Object[]> rows, Execution execution) {
        Header header = new Header(
                columns.stream().map(c -> new Header.Field(c.name(), c.data())).toList());
        ColumnBuilder[] builders = header.newBuilders(rows.size());
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < builders.length; i++) {
                append(row[i], columns.get(i).wire(), builders[i], execution);
            }
        }
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < builders.length; i++) {
            Column column = builders[i].build();
            result.add(columns.get(i).wire().array() ? withNulls(column, rows, i) : column);
        }
        return new Block(header, result, rows.size());
    }

    /** An array cannot be NULL in our types, but in a column. */
    private static Column withNulls(Column arrays, List<@Nullable Object[]> rows, int column) {
        byte[] nulls = new byte[rows.size()];
        for (int i = 0; i < nulls.length; i++) {
            nulls[i] = (byte) (rows.get(i)[column] == null ? 1 : 0);
        }
        return new NullableColumn(nulls, arrays);
    }

    private static void append(@Nullable Object value, WireType type, ColumnBuilder builder, Execution execution) {
        if (builder instanceof ArrayColumn.Builder array) {
            if (value instanceof List<?> list) {
                list.forEach(e -> append(e, Casts.element(type), array.elements(), execution));
            }
            array.endRow();
            return;
        }
        if (value == null) {
            builder.appendDefault();
            return;
        }
        NullableColumn.Builder nullable = (NullableColumn.Builder) builder;
        switch (nullable.values()) {
            case ByteColumn.Builder b -> b.append((byte) (Boolean.TRUE.equals(value) ? 1 : 0));
            case ShortColumn.Builder b -> b.append((short) (long) Casts.whole(value));
            case IntColumn.Builder b -> b.append((int) (long) Casts.whole(value));
            case LongColumn.Builder b -> b.append((long) Casts.whole(value));
            case FloatColumn.Builder b -> b.append((float) (double) Casts.number(value));
            case DoubleColumn.Builder b -> b.append((double) Casts.number(value));
            case StringColumn.Builder b -> b.append(Casts.text(value, type, execution));
            default -> throw new IllegalStateException("no place for " + value.getClass());
        }
        nullable.appendNotNull();
    }
}
