package io.millrace.data.column;

import io.millrace.base.error.DbException;
import io.millrace.data.type.DataType;

/**
 * The only way to grow a column row by row. After {@link #build} the builder must not be used: the column has its arrays.
 *
 * <p>Not thread-safe. Readers of formats and of parts know the concrete builder of a layout and append primitives to it directly.
 */
public abstract class ColumnBuilder {
    /** Long values are not allocated for in advance beyond this. */
    private static final int MAX_EXPECTED_BYTES = 1 << 20;

    ColumnBuilder() {}

    /** The builder for the layout of a type. */
    public static ColumnBuilder of(DataType type, int expectedRows) {
        return switch (type) {
            case DataType.NullableType n -> new NullableColumn.Builder(of(n.nested(), expectedRows), expectedRows);
            case DataType.LowCardinalityType l -> new DictionaryColumn.Builder(l.nested(), expectedRows);
            case DataType.ArrayType a -> new ArrayColumn.Builder(of(a.element(), expectedRows), expectedRows);
            case DataType.MapType m -> of(m.asArray(), expectedRows);
            case DataType.TupleType t ->
                new TupleColumn.Builder(
                        t.elements().stream().map(e -> of(e, expectedRows)).toArray(ColumnBuilder[]::new));
            case DataType.SimpleAggregateType s -> of(s.nested(), expectedRows);
            case DataType.IntegerType i when i.bits() > 64 -> new WideColumn.Builder(i.bits() / 64, expectedRows);
            case DataType.DecimalType d when d.bits() > 64 -> new WideColumn.Builder(d.bits() / 64, expectedRows);
            case DataType.UuidType u -> new WideColumn.Builder(2, expectedRows);
            case DataType.EnumType e
            when e.bits() == 8 ->
                new ByteColumn.Builder(
                        expectedRows, (byte) e.entries().getFirst().value());
            case DataType.EnumType e ->
                new ShortColumn.Builder(
                        expectedRows, (short) e.entries().getFirst().value());
            case DataType.FixedStringType f ->
                new FixedColumn.Builder(f.length(), Math.min(expectedRows, MAX_EXPECTED_BYTES / f.length()));
            case DataType.Ipv6Type i -> new FixedColumn.Builder(16, expectedRows);
            default ->
                switch (type.layout()) {
                    case BYTE -> new ByteColumn.Builder(expectedRows);
                    case SHORT -> new ShortColumn.Builder(expectedRows);
                    case INT -> new IntColumn.Builder(expectedRows);
                    case LONG -> new LongColumn.Builder(expectedRows);
                    case FLOAT -> new FloatColumn.Builder(expectedRows);
                    case DOUBLE -> new DoubleColumn.Builder(expectedRows);
                    case STRING -> new StringColumn.Builder(expectedRows);
                    case WIDE, FIXED, NULLABLE, DICTIONARY, ARRAY, TUPLE ->
                        throw DbException.bug("No builder for type " + type.name());
                };
        };
    }

    /** Rows appended so far. */
    public abstract int rows();

    /** Appends zero, the empty string, the empty array or NULL. */
    public abstract void appendDefault();

    /** Appends the default of the type {@code count} times. */
    public void appendDefaults(int count) {
        for (int i = 0; i < count; i++) {
            appendDefault();
        }
    }

    /** Appends one row of a column of the same layout (or of a constant of it). */
    public abstract void append(Column source, int row);

    /** Appends rows {@code from} to {@code to} (exclusive) of a column of the same layout. */
    public void appendRange(Column source, int from, int to) {
        appendEach(source, from, to);
    }

    /** Bytes held by the builder's arrays. */
    public abstract long sizeBytes();

    /** Forgets the rows from {@code toRows} on: how a row that turned out broken half-way is taken back. */
    public abstract void truncate(int toRows);

    /** Hands the arrays over to a column. */
    public abstract Column build();

    final void appendEach(Column source, int from, int to) {
        for (int row = from; row < to; row++) {
            append(source, row);
        }
    }

    final DbException mismatch(Column source) {
        return DbException.bug("Cannot append a " + source.getClass().getSimpleName() + " with a "
                + getClass().getDeclaringClass().getSimpleName() + " builder");
    }
}
