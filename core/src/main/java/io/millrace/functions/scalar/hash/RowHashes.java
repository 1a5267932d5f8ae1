package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.LittleEndian;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.LowCardinalityType;
import io.millrace.data.type.DataType.MapType;
import io.millrace.data.type.DataType.NullableType;
import io.millrace.data.type.DataType.SimpleAggregateType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.row.TextView;

/** The hashes of the values of columns, row by row, as ClickHouse's hash functions of any arguments compute them. */
final class RowHashes {
    /** The hash of NULL inside of tuples and arrays. */
    private static final long OF_NULL = 0xC58AD2DA03D9A871L;

    private final HashScheme scheme;
    private final byte[] scratch = new byte[64];

    RowHashes(HashScheme scheme) {
        this.scheme = scheme;
    }

    /** Adds a column's hashes to {@code hashes}; {@code first} says that these are the first ones. */
    void add(Column column, DataType type, int rows, boolean first, long[] hashes) {
        switch (type) {
            case TupleType t -> {
                TupleColumn tuple = (TupleColumn) column.plain();
                for (int i = 0; i < t.elements().size(); i++) {
                    add(tuple.elements().get(i), t.elements().get(i), rows, first && i == 0, hashes);
                }
                if (t.elements().isEmpty()) {
                    fold(CityHash.OF_NO_ARGUMENTS, rows, first, hashes);
                }
            }
            case MapType m -> add(column, m.asArray(), rows, first, hashes);
            case ArrayType a -> addArrays((ArrayColumn) column.plain(), a.element(), rows, first, hashes);
            case LowCardinalityType l -> add(column.plain(), l.nested(), rows, first, hashes);
            case SimpleAggregateType s -> add(column, s.nested(), rows, first, hashes);
            case NullableType n -> addNullables(column.plain(), n.nested(), rows, first, hashes);
            default -> addValues(column, type, rows, first, hashes);
        }
    }

    private void fold(long next, int rows, boolean first, long[] hashes) {
        for (int i = 0; i < rows; i++) {
            hashes[i] = first ? next : scheme.joining().join(hashes[i], next);
        }
    }

    private void addNullables(Column column, DataType nested, int rows, boolean first, long[] hashes) {
        NullableColumn nullable = (NullableColumn) column;
        long[] values = new long[rows];
        add(nullable.values(), nested, rows, true, values);
        long ofNull = scheme.narrow() ? OF_NULL & 0xFFFF_FFFFL : OF_NULL;
        for (int i = 0; i < rows; i++) {
            long next = nullable.nulls()[i] != 0 ? ofNull : values[i];
            hashes[i] = first ? next : scheme.joining().join(hashes[i], next);
        }
    }

    private void addArrays(ArrayColumn array, DataType element, int rows, boolean first, long[] hashes) {
        int[] offsets = array.offsets();
        int size = array.elements().rows();
        long[] elements = new long[size];
        if (size > 0) {
            add(array.elements(), element, size, true, elements);
        }
        for (int row = 0; row < rows; row++) {
            long count = scheme.mixed(offsets[row + 1] - offsets[row]);
            long hash = first ? count : scheme.joining().join(hashes[row], count);
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                hash = scheme.joining().join(hash, elements[i]);
            }
            hashes[row] = hash;
        }
    }

    private void addValues(Column column, DataType type, int rows, boolean first, long[] hashes) {
        Column plain = column instanceof ConstColumn c ? c.value() : column;
        int mask = column instanceof ConstColumn ? 0 : -1;
        boolean text = plain instanceof StringColumn || plain instanceof FixedColumn;
        TextView texts = text ? TextView.of(plain) : TextView.of(StringColumn.of());
        boolean decimal = type instanceof DecimalType || type instanceof DateTime64Type;
        boolean number = !decimal && scheme.mixesNumbers();
        for (int i = 0; i < rows; i++) {
            int row = i & mask;
            long hash;
            if (text) {
                hash = scheme.bytes().hash(texts.bytes(), texts.from(row), texts.length(row));
            } else if (plain instanceof WideColumn wide) {
                hash = ofWide(wide, row);
            } else {
                int width = width(plain);
                long bits = bits(plain, row);
                if (number) {
                    hash = scheme.mixed(bits);
                } else {
                    LittleEndian.putLong(scratch, 0, bits);
                    hash = scheme.bytes().hash(scratch, 0, width);
                }
            }
            hashes[i] = first ? hash : scheme.joining().join(hashes[i], hash);
        }
    }

    private long ofWide(WideColumn wide, int row) {
        int words = wide.wordsPerValue();
        for (int word = 0; word < words; word++) {
            LittleEndian.putLong(scratch, word * 8, wide.words()[row * words + word]);
        }
        return scheme.bytes().hash(scratch, 0, words * 8);
    }

    private static int width(Column column) {
        return switch (column) {
            case ByteColumn c -> 1;
            case ShortColumn c -> 2;
            case IntColumn c -> 4;
            case FloatColumn c -> 4;
            default -> 8;
        };
    }

    private static long bits(Column column, int row) {
        return switch (column) {
            case FloatColumn c -> Float.floatToRawIntBits(c.values()[row]) & 0xFFFF_FFFFL;
            case DoubleColumn c -> Double.doubleToRawLongBits(c.values()[row]);
            default -> Numbers.longAt(column, row, false);
        };
    }
}
