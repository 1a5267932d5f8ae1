package io.millrace.data.serde;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.DecimalText;
import io.millrace.data.text.FloatText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.type.DataType;
import java.math.BigInteger;

/** The parsers of numbers, one class per width so that each loop has one shape. */
final class NumberParsers {
    private NumberParsers() {}

    static ValueParser integer(DataType.IntegerType type) {
        return switch (type.bits()) {
            case 8 -> new Int8(type.signed());
            case 16 -> new Int16(type.signed());
            case 32 -> new Int32(type.signed());
            default -> new Int64(type.signed());
        };
    }

    /** What integers have in common. */
    abstract static class Whole extends ValueParser {
        final boolean signed;

        Whole(boolean signed) {
            this.signed = signed;
        }

        /** Appends the low bits of a number. */
        abstract void append(long value);

        @Override
        final void append(byte[] bytes, int from, int to) {
            append(IntegerText.parse(bytes, from, to, signed));
        }

        @Override
        boolean emptyIsDefault() {
            return true;
        }

        @Override
        boolean isNumber() {
            return true;
        }
    }

    /** Integers of 8 bits. */
    static final class Int8 extends Whole {
        private ByteColumn.Builder out = new ByteColumn.Builder(0);

        Int8(boolean signed) {
            super(signed);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (ByteColumn.Builder) builder;
        }

        @Override
        void append(long value) {
            out.append((byte) value);
        }
    }

    /** Integers of 16 bits. */
    static final class Int16 extends Whole {
        private ShortColumn.Builder out = new ShortColumn.Builder(0);

        Int16(boolean signed) {
            super(signed);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (ShortColumn.Builder) builder;
        }

        @Override
        void append(long value) {
            out.append((short) value);
        }
    }

    /** Integers of 32 bits. */
    static final class Int32 extends Whole {
        private IntColumn.Builder out = new IntColumn.Builder(0);

        Int32(boolean signed) {
            super(signed);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (IntColumn.Builder) builder;
        }

        @Override
        void append(long value) {
            out.append((int) value);
        }
    }

    /** Integers of 64 bits. */
    static final class Int64 extends Whole {
        private LongColumn.Builder out = new LongColumn.Builder(0);

        Int64(boolean signed) {
            super(signed);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (LongColumn.Builder) builder;
        }

        @Override
        void append(long value) {
            out.append(value);
        }
    }

    /** Float32. */
    static final class Float32 extends ValueParser {
        private FloatColumn.Builder out = new FloatColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (FloatColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(FloatText.parseFloat(bytes, from, to));
        }

        @Override
        boolean isNumber() {
            return true;
        }
    }

    /** Float64. */
    static final class Float64 extends ValueParser {
        private DoubleColumn.Builder out = new DoubleColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (DoubleColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(FloatText.parseDouble(bytes, from, to));
        }

        @Override
        boolean isNumber() {
            return true;
        }
    }

    /** 128 and 256-bit integers. */
    static final class Wide extends ValueParser {
        private final boolean signed;
        private WideColumn.Builder out = new WideColumn.Builder(2, 0);

        Wide(boolean signed) {
            this.signed = signed;
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (WideColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(IntegerText.parseBig(bytes, from, to, signed));
        }

        @Override
        boolean isNumber() {
            return true;
        }

        @Override
        boolean emptyIsDefault() {
            return true;
        }
    }

    /** Decimals of every width. */
    static final class Decimal extends ValueParser {
        private final DataType.DecimalType type;
        private ColumnBuilder out;

        Decimal(DataType.DecimalType type) {
            this.type = type;
            this.out = ColumnBuilder.of(type, 0);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            int precision = type.precision();
            int scale = type.scale();
            switch (out) {
                case IntColumn.Builder ints -> ints.append((int) DecimalText.parse(bytes, from, to, precision, scale));
                case LongColumn.Builder longs -> longs.append(DecimalText.parse(bytes, from, to, precision, scale));
                default -> {
                    BigInteger value = DecimalText.parseBig(bytes, from, to, precision, scale);
                    ((WideColumn.Builder) out).append(value);
                }
            }
        }

        @Override
        boolean isNumber() {
            return true;
        }
    }
}
