package io.millrace.data.order;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
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
import java.util.Arrays;
import java.util.List;

/**
 * How two values of one type compare, as ClickHouse's ORDER BY does: numbers by value, strings by unsigned bytes, enums by number, UUIDs by their second half
 * first, arrays and tuples element by element. Stateless; threads share it.
 *
 * <p>Columns come in the type's own layout, without constants.
 */
public sealed interface ValueOrder {
    /**
     * Compares a value of one column with a value of another.
     *
     * @param nulls what NULL and NaN compare to any value: 1 for greater, -1 for less
     */
    int compare(Column a, int i, Column b, int j, int nulls);

    /** The order of a type. */
    static ValueOrder of(DataType type) {
        return switch (type) {
            case DataType.NullableType n -> new OfNullable(of(n.nested()));
            case DataType.LowCardinalityType l -> new OfDictionary(of(l.nested()));
            case DataType.SimpleAggregateType s -> of(s.nested());
            case DataType.ArrayType a -> new OfArray(of(a.element()));
            case DataType.MapType m -> of(m.asArray());
            case DataType.TupleType t ->
                new OfTuple(t.elements().stream().map(ValueOrder::of).toList());
            default ->
                switch (type.layout()) {
                    case BYTE -> new OfByte(isSigned(type));
                    case SHORT -> new OfShort(isSigned(type));
                    case INT -> new OfInt(isSigned(type));
                    case LONG -> new OfLong(isSigned(type));
                    case WIDE -> new OfWide(isSigned(type));
                    case FLOAT -> new OfFloat();
                    case DOUBLE -> new OfDouble();
                    case STRING -> new OfString();
                    case FIXED, NULLABLE, DICTIONARY, ARRAY, TUPLE -> new OfFixed();
                };
        };
    }

    /** Whether the integers behind a type have a sign. */
    static boolean isSigned(DataType type) {
        return switch (type) {
            case DataType.IntegerType i -> i.signed();
            case DataType.DecimalType d -> true;
            case DataType.Date32Type d -> true;
            case DataType.DateTime64Type d -> true;
            case DataType.EnumType e -> true;
            case DataType.IntervalType i -> true;
            case DataType.SimpleAggregateType s -> isSigned(s.nested());
            default -> false;
        };
    }

    /** Bytes. */
    record OfByte(boolean signed) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            byte x = ((ByteColumn) a).values()[i];
            byte y = ((ByteColumn) b).values()[j];
            return signed ? Byte.compare(x, y) : Integer.compare(x & 0xFF, y & 0xFF);
        }
    }

    /** 16-bit integers. */
    record OfShort(boolean signed) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            short x = ((ShortColumn) a).values()[i];
            short y = ((ShortColumn) b).values()[j];
            return signed ? Integer.compare(x, y) : Integer.compare(x & 0xFFFF, y & 0xFFFF);
        }
    }

    /** 32-bit integers. */
    record OfInt(boolean signed) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            int x = ((IntColumn) a).values()[i];
            int y = ((IntColumn) b).values()[j];
            return signed ? Integer.compare(x, y) : Integer.compareUnsigned(x, y);
        }
    }

    /** 64-bit integers. */
    record OfLong(boolean signed) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            long x = ((LongColumn) a).values()[i];
            long y = ((LongColumn) b).values()[j];
            return signed ? Long.compare(x, y) : Long.compareUnsigned(x, y);
        }
    }

    /** Integers of several words, the last one most significant. */
    record OfWide(boolean signed) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            WideColumn wide = (WideColumn) a;
            int words = wide.wordsPerValue();
            long[] x = wide.words();
            long[] y = ((WideColumn) b).words();
            for (int word = words - 1; word >= 0; word--) {
                long p = x[i * words + word];
                long q = y[j * words + word];
                if (p != q) {
                    return signed && word == words - 1 ? Long.compare(p, q) : Long.compareUnsigned(p, q);
                }
            }
            return 0;
        }
    }

    /** Float32. */
    record OfFloat() implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            return OfDouble.compare(((FloatColumn) a).values()[i], ((FloatColumn) b).values()[j], nulls);
        }
    }

    /** Float64: both zeros are equal, all NaN are. */
    record OfDouble() implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            return compare(((DoubleColumn) a).values()[i], ((DoubleColumn) b).values()[j], nulls);
        }

        static int compare(double x, double y, int nulls) {
            if (x < y) {
                return -1;
            }
            if (x > y) {
                return 1;
            }
            if (x == y) {
                return 0;
            }
            boolean xNan = Double.isNaN(x);
            boolean yNan = Double.isNaN(y);
            return xNan && yNan ? 0 : xNan ? nulls : -nulls;
        }
    }

    /** Strings. */
    record OfString() implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            StringColumn x = (StringColumn) a;
            StringColumn y = (StringColumn) b;
            return Arrays.compareUnsigned(
                    x.bytes(), x.offsets()[i], x.offsets()[i + 1], y.bytes(), y.offsets()[j], y.offsets()[j + 1]);
        }
    }

    /** FixedString, IPv6. */
    record OfFixed() implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            FixedColumn x = (FixedColumn) a;
            FixedColumn y = (FixedColumn) b;
            int width = x.width();
            return Arrays.compareUnsigned(x.bytes(), i * width, (i + 1) * width, y.bytes(), j * width, (j + 1) * width);
        }
    }

    /** Nullable. */
    record OfNullable(ValueOrder nested) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            NullableColumn x = (NullableColumn) a;
            NullableColumn y = (NullableColumn) b;
            boolean xNull = x.nulls()[i] != 0;
            boolean yNull = y.nulls()[j] != 0;
            if (xNull || yNull) {
                return xNull && yNull ? 0 : xNull ? nulls : -nulls;
            }
            return nested.compare(x.values(), i, y.values(), j, nulls);
        }
    }

    /** LowCardinality. */
    record OfDictionary(ValueOrder nested) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            // Either side may have lost its dictionary on the way: a LowCardinality column can travel plain.
            if (!(a instanceof DictionaryColumn x)) {
                return b instanceof DictionaryColumn y
                        ? nested.compare(a, i, y.dictionary(), y.codes()[j], nulls)
                        : nested.compare(a, i, b, j, nulls);
            }
            int p = x.codes()[i];
            if (!(b instanceof DictionaryColumn y)) {
                return nested.compare(x.dictionary(), p, b, j, nulls);
            }
            int q = y.codes()[j];
            if (p == q && x.dictionary() == y.dictionary()) {
                return 0;
            }
            return nested.compare(x.dictionary(), p, y.dictionary(), q, nulls);
        }
    }

    /** Arrays: element by element, a prefix first. */
    record OfArray(ValueOrder element) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            ArrayColumn x = (ArrayColumn) a;
            ArrayColumn y = (ArrayColumn) b;
            int common = Math.min(x.length(i), y.length(j));
            for (int e = 0; e < common; e++) {
                int order = element.compare(x.elements(), x.offsets()[i] + e, y.elements(), y.offsets()[j] + e, nulls);
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(x.length(i), y.length(j));
        }
    }

    /** Tuples. */
    record OfTuple(List<ValueOrder> elements) implements ValueOrder {
        @Override
        public int compare(Column a, int i, Column b, int j, int nulls) {
            TupleColumn x = (TupleColumn) a;
            TupleColumn y = (TupleColumn) b;
            for (int e = 0; e < elements.size(); e++) {
                int order = elements.get(e)
                        .compare(x.elements().get(e), i, y.elements().get(e), j, nulls);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
