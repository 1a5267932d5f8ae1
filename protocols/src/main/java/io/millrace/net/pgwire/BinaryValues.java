package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.IntervalUnit;
import java.math.BigInteger;

/** Values in PostgreSQL's binary layouts, one class per layout. What is text in text is the same bytes in binary. */
final class BinaryValues {
    private static final int FAMILY_V4 = 2;
    private static final int FAMILY_V6 = 3;

    private BinaryValues() {}

    static ValueWriter of(DataType type, WireType as, WireOptions options) {
        return switch (type) {
            case DataType.NullableType n -> of(n.nested(), as, options);
            case DataType.LowCardinalityType l -> of(l.nested(), as, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), as, options);
            case DataType.BoolType b -> new Truth();
            case DataType.IntegerType i -> as.type() == PgType.BOOL ? new Truth() : integer(i, as);
            case DataType.FloatType f -> f.bits() == 32 ? new Float4() : new Float8();
            case DataType.DecimalType d -> new Numeric(d.scale(), true);
            case DataType.UuidType u -> new Uuid();
            case DataType.DateType d -> new BinaryMoments.Day16();
            case DataType.Date32Type d -> new BinaryMoments.Day32();
            case DataType.DateTimeType d -> new BinaryMoments.Seconds(BinaryMoments.readingZone(as, options));
            case DataType.DateTime64Type d ->
                new BinaryMoments.Ticks(d.precision(), BinaryMoments.readingZone(as, options));
            case DataType.Ipv4Type i -> new Inet4();
            case DataType.Ipv6Type i -> new Inet6();
            case DataType.IntervalType i -> new Interval(i.unit());
            case DataType.ArrayType a when as.array() -> new Array(a, as, options);
            case DataType.AggregateStateType a -> new Bytes();
            case DataType.StringType s when as.type() == PgType.BYTEA -> new Bytes();
            case DataType.StringType s when as.type() == PgType.TIME -> new BinaryMoments.TimeOfDay();
            default -> TextValues.of(type, as, options);
        };
    }

    private static ValueWriter integer(DataType.IntegerType type, WireType as) {
        if (as.type() == PgType.NUMERIC) {
            return new Numeric(0, type.signed());
        }
        return new Int(as.type().length(), type);
    }

    /** Whole numbers of up to 64 bits, as 2, 4 or 8 bytes. */
    static final class Int extends ValueWriter {
        private final int bytes;
        private final Integers integers;

        Int(int bytes, DataType.IntegerType type) {
            this.bytes = bytes;
            this.integers = new Integers(type);
        }

        @Override
        void values(Column column) {
            integers.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            long value = integers.get(row);
            switch (bytes) {
                case 2 -> BigEndian.putShort(out, (int) value);
                case 4 -> BigEndian.putInt(out, (int) value);
                default -> BigEndian.putLong(out, integers.checked(value));
            }
        }
    }

    private static final class Truth extends ValueWriter {
        private byte[] values = {};

        @Override
        void values(Column column) {
            values = ((ByteColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte(values[row] == 0 ? 0 : 1);
        }
    }

    private static final class Float4 extends ValueWriter {
        private float[] values = {};

        @Override
        void values(Column column) {
            values = ((FloatColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putInt(out, Float.floatToIntBits(values[row]));
        }
    }

    private static final class Float8 extends ValueWriter {
        private double[] values = {};

        @Override
        void values(Column column) {
            values = ((DoubleColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putLong(out, Double.doubleToLongBits(values[row]));
        }
    }

    private static final class Numeric extends ValueWriter {
        private final int scale;
        private final boolean signed;
        private Column column = new LongColumn(new long[0], 0);

        Numeric(int scale, boolean signed) {
            this.scale = scale;
            this.signed = signed;
        }

        @Override
        void values(Column newColumn) {
            column = newColumn;
        }

        @Override
        public void write(int row, ByteSink out) {
            switch (column) {
                case IntColumn ints -> NumericBinary.write(ints.values()[row], scale, out);
                case LongColumn longs -> {
                    long value = longs.values()[row];
                    if (signed || value >= 0) {
                        NumericBinary.write(value, scale, out);
                    } else {
                        NumericBinary.write(new BigInteger(Long.toUnsignedString(value)), scale, out);
                    }
                }
                case WideColumn wide -> NumericBinary.write(signed ? wide.signed(row) : wide.unsigned(row), scale, out);
                default -> throw new IllegalStateException("not a number: " + column.getClass());
            }
        }
    }

    private static final class Uuid extends ValueWriter {
        private long[] words = {};

        @Override
        void values(Column column) {
            words = ((WideColumn) column).words();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putLong(out, words[row * 2]);
            BigEndian.putLong(out, words[row * 2 + 1]);
        }
    }

    private static final class Bytes extends ValueWriter {
        private byte[] bytes = {};
        private int[] offsets = {};

        @Override
        void values(Column column) {
            bytes = ((StringColumn) column).bytes();
            offsets = ((StringColumn) column).offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            out.put(bytes, offsets[row], offsets[row + 1] - offsets[row]);
        }
    }

    private static final class Inet4 extends ValueWriter {
        private int[] addresses = {};

        @Override
        void values(Column column) {
            addresses = ((IntColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putInt(out, FAMILY_V4 << 24 | 32 << 16 | 4);
            BigEndian.putInt(out, addresses[row]);
        }
    }

    private static final class Inet6 extends ValueWriter {
        private byte[] bytes = {};

        @Override
        void values(Column column) {
            bytes = ((FixedColumn) column).bytes();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putInt(out, FAMILY_V6 << 24 | 128 << 16 | 16);
            out.put(bytes, row * 16, 16);
        }
    }

    private static final class Interval extends ValueWriter {
        private final IntervalUnit unit;
        private long[] counts = {};

        Interval(IntervalUnit unit) {
            this.unit = unit;
        }

        @Override
        void values(Column column) {
            counts = ((LongColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            BigEndian.putLong(out, IntervalParts.micros(unit, counts[row]));
            BigEndian.putInt(out, IntervalParts.days(unit, counts[row]));
            BigEndian.putInt(out, IntervalParts.months(unit, counts[row]));
        }
    }

    /** Arrays of any depth: PostgreSQL has one type for all of them, but wants every row of a level to be equally long. */
    private static final class Array extends ValueWriter {
        private final WireType as;
        private final int depth;
        private final ValueWriter elements;
        private final ArrayColumn[] levels;

        Array(DataType.ArrayType type, WireType as, WireOptions options) {
            this.as = as;
            int count = 1;
            DataType element = type.element();
            while (element instanceof DataType.ArrayType inner) {
                count++;
                element = inner.element();
            }
            depth = count;
            levels = new ArrayColumn[count];
            elements = of(element, new WireType(as.type(), false, as.modifier()), options);
        }

        @Override
        void values(Column column) {
            Column level = column;
            for (int i = 0; i < depth; i++) {
                levels[i] = (ArrayColumn) level;
                level = levels[i].elements().plain();
            }
            elements.bind(level);
        }

        @Override
        public void write(int row, ByteSink out) {
            int from = levels[0].offsets()[row];
            int to = levels[0].offsets()[row + 1];
            int start = out.size();
            int dimensions = 0;
            BigEndian.putInt(out, 0);
            BigEndian.putInt(out, 0);
            BigEndian.putInt(out, as.type().oid());
            for (int level = 0; level < depth && to > from; level++) {
                if (level > 0) {
                    dimension(rectangle(level, from, to), out);
                    int[] offsets = levels[level].offsets();
                    int first = offsets[from];
                    to = offsets[to];
                    from = first;
                } else {
                    dimension(to - from, out);
                }
                dimensions++;
            }
            if (to == from) {
                out.advanceTo(start + 12);
                BigEndian.patchInt(out, start, 0);
                return;
            }
            BigEndian.patchInt(out, start, dimensions);
            boolean anyNull = false;
            for (int i = from; i < to; i++) {
                anyNull |= elements.isNull(i);
                value(elements, i, out);
            }
            BigEndian.patchInt(out, start + 4, anyNull ? 1 : 0);
        }

        private static void dimension(int length, ByteSink out) {
            BigEndian.putInt(out, length);
            BigEndian.putInt(out, 1);
        }

        /** The common length of the arrays in a range. */
        private int rectangle(int level, int from, int to) {
            int length = levels[level].length(from);
            for (int i = from + 1; i < to; i++) {
                if (levels[level].length(i) != length) {
                    throw new DbException(
                            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
                            "Nested arrays of different lengths cannot be sent in binary format; cast the value to text");
                }
            }
            return length;
        }
    }

    /** A value with its length before it. */
    static void value(ValueWriter writer, int row, ByteSink out) {
        if (writer.isNull(row)) {
            BigEndian.putInt(out, -1);
            return;
        }
        int at = out.reserve(4);
        out.advanceTo(at + 4);
        writer.write(row, out);
        BigEndian.patchInt(out, at, out.size() - at - 4);
    }
}
