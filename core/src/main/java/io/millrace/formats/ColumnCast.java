package io.millrace.formats;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.serde.TextReader;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Turns a column as an input has it into one of the type wanted: same bytes stay, containers go element by element, what is left meets in its text. */
public final class ColumnCast {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ColumnCast() {}

    /** A column of {@code to} with the values of {@code column}; NULL becomes the default where {@code to} has no NULL. */
    public static Column cast(Column column, DataType from, DataType to, FormatContext context) {
        if (haveSameBytes(from, to)) {
            return column;
        }
        Column plain = column.plain();
        DataType source = Types.withoutLowCardinality(Types.withoutSimpleAggregate(from));
        return switch (to) {
            case DataType.LowCardinalityType l -> {
                Column values = cast(plain, source, l.nested(), context);
                ColumnBuilder builder = ColumnBuilder.of(l, values.rows());
                for (int row = 0; row < values.rows(); row++) {
                    builder.append(values, row);
                }
                yield builder.build();
            }
            case DataType.SimpleAggregateType s -> cast(plain, source, s.nested(), context);
            case DataType.NullableType n
            when plain instanceof NullableColumn nullable ->
                new NullableColumn(
                        nullable.nulls(), cast(nullable.values(), Types.withoutNullable(source), n.nested(), context));
            case DataType.NullableType n ->
                new NullableColumn(new byte[plain.rows()], cast(plain, source, n.nested(), context));
            default ->
                plain instanceof NullableColumn nullable
                        ? withoutNulls(nullable, Types.withoutNullable(source), to, context)
                        : bare(plain, source, to, context);
        };
    }

    private static Column withoutNulls(NullableColumn nullable, DataType from, DataType to, FormatContext context) {
        Column values = from instanceof DataType.NothingType
                ? defaults(to, nullable.rows())
                : cast(nullable.values(), from, to, context);
        if (nullable.nullCount() == 0) {
            return values;
        }
        if (!context.text().nullAsDefault()) {
            throw new DbException(
                    ErrorCode.CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN,
                    "Cannot convert NULL value to non-Nullable type " + to.name());
        }
        int[] positions = new int[nullable.rows()];
        for (int row = 0; row < positions.length; row++) {
            positions[row] = nullable.isNull(row) ? -1 : row;
        }
        return to instanceof DataType.EnumType ? values : values.gather(positions, positions.length);
    }

    private static Column defaults(DataType type, int rows) {
        ColumnBuilder builder = ColumnBuilder.of(type, rows);
        builder.appendDefaults(rows);
        return builder.build();
    }

    private static Column bare(Column column, DataType from, DataType to, FormatContext context) {
        if (haveSameBytes(from, to)) {
            return column;
        }
        if (column instanceof ArrayColumn array && isList(to)) {
            Column elements = cast(array.elements(), element(from), element(to), context);
            return new ArrayColumn(array.offsets(), elements, array.rows());
        }
        if (column instanceof TupleColumn tuple
                && from instanceof DataType.TupleType f
                && to instanceof DataType.TupleType t) {
            return tuple(tuple, f, t, context);
        }
        Column words = sameWords(column, from, to);
        return words == column ? byText(column, from, to, context) : words;
    }

    private static boolean isList(DataType type) {
        return type instanceof DataType.ArrayType || type instanceof DataType.MapType;
    }

    private static DataType element(DataType type) {
        return switch (type) {
            case DataType.ArrayType a -> a.element();
            case DataType.MapType m -> m.asArray().element();
            default -> Types.NOTHING;
        };
    }

    /** Elements by name if both have names, otherwise by position. */
    private static Column tuple(
            TupleColumn column, DataType.TupleType from, DataType.TupleType to, FormatContext context) {
        List<Column> elements = new ArrayList<>();
        boolean byName = !from.names().isEmpty() && to.names().stream().anyMatch(from.names()::contains);
        for (int i = 0; i < to.elements().size(); i++) {
            int at = byName
                    ? from.names().indexOf(to.names().get(i))
                    : i < from.elements().size() ? i : -1;
            elements.add(
                    at < 0
                            ? defaults(to.elements().get(i), column.rows())
                            : cast(
                                    column.elements().get(at),
                                    from.elements().get(at),
                                    to.elements().get(i),
                                    context));
        }
        return new TupleColumn(elements, column.rows());
    }

    /** Types whose values are the same numbers in another layout; the column itself when they are not such. */
    private static Column sameWords(Column column, DataType from, DataType to) {
        if (column instanceof IntColumn && to instanceof DataType.Ipv4Type && from instanceof DataType.IntegerType
                || column instanceof IntColumn
                        && to instanceof DataType.DateTimeType
                        && from instanceof DataType.IntegerType) {
            return new IntColumn(((IntColumn) column).values(), column.rows());
        }
        if (column instanceof FixedColumn fixed && to instanceof DataType.Ipv6Type && fixed.width() == 16) {
            return new FixedColumn(fixed.bytes(), 16, fixed.rows());
        }
        boolean wide = to instanceof DataType.IntegerType i && i.bits() > 64;
        if (wide && column instanceof FixedColumn fixed && fixed.width() * 8 == ((DataType.IntegerType) to).bits()) {
            long[] words = new long[fixed.rows() * fixed.width() / 8];
            for (int i = 0; i < words.length; i++) {
                words[i] = (long) LONG.get(fixed.bytes(), 8 * i);
            }
            return new WideColumn(words, fixed.width() / 8, fixed.rows());
        }
        if (column instanceof LongColumn longs && from instanceof DataType.DateTime64Type d) {
            return ticks(longs, d, to);
        }
        if (column instanceof LongColumn longs && to instanceof DataType.IntervalType) {
            return new LongColumn(longs.values(), longs.rows());
        }
        return column;
    }

    private static Column ticks(LongColumn column, DataType.DateTime64Type from, DataType to) {
        long perSecond = power(from.precision());
        if (to instanceof DataType.DateTimeType) {
            int[] seconds = new int[column.rows()];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = (int) Math.clamp(Math.floorDiv(column.values()[i], perSecond), 0L, 0xFFFF_FFFFL);
            }
            return new IntColumn(seconds, seconds.length);
        }
        if (to instanceof DataType.DateTime64Type d) {
            long[] ticks = new long[column.rows()];
            int more = d.precision() - from.precision();
            long factor = power(Math.abs(more));
            for (int i = 0; i < ticks.length; i++) {
                long value = column.values()[i];
                ticks[i] = more >= 0 ? value * factor : Math.floorDiv(value, factor);
            }
            return new LongColumn(ticks, ticks.length);
        }
        return column;
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    /** Different types meet in their text. */
    private static Column byText(Column column, DataType from, DataType to, FormatContext context) {
        if (from instanceof DataType.NothingType) {
            return defaults(to, column.rows());
        }
        TextReader reader = TextReader.of(to, TextStyle.RAW, context.text());
        ColumnBuilder builder = ColumnBuilder.of(to, column.rows());
        reader.bind(builder);
        ByteSink text = new ByteSink();
        TextWriter raw = TextWriter.of(from, TextStyle.RAW, context.text());
        raw.bind(column);
        boolean unpadded = column instanceof FixedColumn && !(to instanceof DataType.FixedStringType);
        for (int row = 0; row < column.rows(); row++) {
            text.clear();
            raw.write(row, text);
            int end = text.size();
            while (unpadded && end > 0 && text.array()[end - 1] == 0) {
                end--;
            }
            reader.append(text.array(), 0, end);
        }
        return builder.build();
    }

    /** Zones of date-times are not part of their bytes. */
    private static boolean haveSameBytes(DataType from, DataType to) {
        return switch (from) {
            case DataType.DateTimeType d -> to instanceof DataType.DateTimeType;
            case DataType.DateTime64Type d -> to instanceof DataType.DateTime64Type e && d.precision() == e.precision();
            case DataType.NullableType n ->
                to instanceof DataType.NullableType m && haveSameBytes(n.nested(), m.nested());
            case DataType.ArrayType a -> to instanceof DataType.ArrayType b && haveSameBytes(a.element(), b.element());
            default -> from.equals(to);
        };
    }
}
