package io.millrace.net.pgwire;

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
import io.millrace.data.serde.TextOptions;
import io.millrace.data.serde.TextStyle;
import io.millrace.data.serde.TextWriter;
import io.millrace.data.text.DecimalText;
import io.millrace.data.text.FloatText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.type.DataType;

/** Values as PostgreSQL writes them in text, one class per spelling; what both databases spell alike is written by our own writers. */
final class TextValues {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private TextValues() {}

    static ValueWriter of(DataType type, WireType as, WireOptions options) {
        return switch (type) {
            case DataType.NullableType n -> of(n.nested(), as, options);
            case DataType.LowCardinalityType l -> of(l.nested(), as, options);
            case DataType.SimpleAggregateType s -> of(s.nested(), as, options);
            case DataType.BoolType b -> new Truth();
            case DataType.IntegerType i when as.type() == PgType.BOOL -> new Truth();
            case DataType.IntegerType i when i.bits() <= 64 -> new Int(i);
            case DataType.IntegerType i -> new Wide(i.signed());
            case DataType.FloatType f -> f.bits() == 32 ? new Float4() : new Float8();
            case DataType.DecimalType d -> new Decimal(d.scale());
            case DataType.StringType s -> as.type() == PgType.BYTEA ? bytes(options) : new Text();
            case DataType.FixedStringType f -> new Fixed();
            case DataType.DateType d -> new TextMoments.Day16();
            case DataType.Date32Type d -> new TextMoments.Day32();
            case DataType.DateTimeType d -> new TextMoments.Moment(0, options.zone(), as.type() != PgType.TIMESTAMP);
            case DataType.DateTime64Type d ->
                new TextMoments.Moment(d.precision(), options.zone(), as.type() != PgType.TIMESTAMP);
            case DataType.IntervalType i -> new TextMoments.Interval(i.unit());
            case DataType.AggregateStateType a -> bytes(options);
            case DataType.ArrayType a
            when as.array() ->
                new Array(of(a.element(), element(a, as), options), a.element() instanceof DataType.ArrayType);
            case DataType.ArrayType a -> new Own(type, TextStyle.JSON, options);
            case DataType.MapType m -> new Own(type, TextStyle.JSON, options);
            case DataType.TupleType t -> new Own(type, TextStyle.JSON, options);
            default -> new Own(type, TextStyle.RAW, options);
        };
    }

    private static WireType element(DataType.ArrayType type, WireType as) {
        return type.element() instanceof DataType.ArrayType ? as : new WireType(as.type(), false, as.modifier());
    }

    /** Spelled as we spell it everywhere. */
    private static final class Own extends ValueWriter {
        private final TextWriter writer;

        Own(DataType type, TextStyle style, WireOptions options) {
            TextOptions text = TextOptions.defaults(options.zone());
            this.writer = TextWriter.of(type, style, style == TextStyle.JSON ? text.withValidUtf8() : text);
        }

        @Override
        void values(Column column) {
            writer.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            writer.write(row, out);
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
            out.putByte(values[row] == 0 ? 'f' : 't');
        }
    }

    private static final class Int extends ValueWriter {
        private final Integers integers;
        private final boolean unsigned;

        Int(DataType.IntegerType type) {
            integers = new Integers(type);
            unsigned = !type.signed();
        }

        @Override
        void values(Column column) {
            integers.bind(column);
        }

        @Override
        public void write(int row, ByteSink out) {
            if (unsigned) {
                IntegerText.writeUnsigned(integers.get(row), out);
            } else {
                IntegerText.write(integers.get(row), out);
            }
        }
    }

    private static final class Wide extends ValueWriter {
        private final boolean signed;
        private long[] words = {};
        private int perValue;

        Wide(boolean signed) {
            this.signed = signed;
        }

        @Override
        void values(Column column) {
            words = ((WideColumn) column).words();
            perValue = ((WideColumn) column).wordsPerValue();
        }

        @Override
        public void write(int row, ByteSink out) {
            IntegerText.writeWide(words, row * perValue, perValue, signed, out);
        }
    }

    private static final class Float4 extends ValueWriter {
        private final FloatText text = new FloatText();
        private float[] values = {};

        @Override
        void values(Column column) {
            values = ((FloatColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            if (Float.isFinite(values[row])) {
                text.write(values[row], out);
            } else {
                special(values[row], out);
            }
        }
    }

    private static final class Float8 extends ValueWriter {
        private final FloatText text = new FloatText();
        private double[] values = {};

        @Override
        void values(Column column) {
            values = ((DoubleColumn) column).values();
        }

        @Override
        public void write(int row, ByteSink out) {
            if (Double.isFinite(values[row])) {
                text.write(values[row], out);
            } else {
                special(values[row], out);
            }
        }
    }

    private static void special(double value, ByteSink out) {
        out.putText(Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }

    private static final class Decimal extends ValueWriter {
        private final int scale;
        private Column column = new LongColumn(new long[0], 0);

        Decimal(int scale) {
            this.scale = scale;
        }

        @Override
        void values(Column newColumn) {
            column = newColumn;
        }

        @Override
        public void write(int row, ByteSink out) {
            switch (column) {
                case IntColumn ints -> DecimalText.write(ints.values()[row], scale, true, out);
                case LongColumn longs -> DecimalText.write(longs.values()[row], scale, true, out);
                case WideColumn wide -> DecimalText.write(wide.signed(row), scale, true, out);
                default -> throw new IllegalStateException("not a decimal: " + column.getClass());
            }
        }
    }

    private static final class Text extends ValueWriter {
        private byte[] bytes = {};
        private int[] offsets = {};

        @Override
        void values(Column column) {
            bytes = ((StringColumn) column).bytes();
            offsets = ((StringColumn) column).offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            Utf8Repair.write(bytes, offsets[row], offsets[row + 1] - offsets[row], out);
        }
    }

    /** Padding zero bytes are no part of the text. */
    private static final class Fixed extends ValueWriter {
        private byte[] bytes = {};
        private int width;

        @Override
        void values(Column column) {
            bytes = ((FixedColumn) column).bytes();
            width = ((FixedColumn) column).width();
        }

        @Override
        public void write(int row, ByteSink out) {
            int length = width;
            while (length > 0 && bytes[row * width + length - 1] == 0) {
                length--;
            }
            Utf8Repair.write(bytes, row * width, length, out);
        }
    }

    private static ValueWriter bytes(WireOptions options) {
        return options.escapedBytes() ? new EscapedBytes() : new Bytes();
    }

    /** Printable bytes as they are, others as a backslash and three octal digits. */
    private static final class EscapedBytes extends ValueWriter {
        private byte[] bytes = {};
        private int[] offsets = {};

        @Override
        void values(Column column) {
            bytes = ((StringColumn) column).bytes();
            offsets = ((StringColumn) column).offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                int b = bytes[i] & 0xFF;
                if (b == '\\') {
                    out.putByte('\\');
                    out.putByte('\\');
                } else if (b >= ' ' && b < 127) {
                    out.putByte(b);
                } else {
                    out.putByte('\\');
                    out.putByte('0' + (b >> 6));
                    out.putByte('0' + (b >> 3 & 7));
                    out.putByte('0' + (b & 7));
                }
            }
        }
    }

    /** {@code \x} and hexadecimal digits. */
    static final class Bytes extends ValueWriter {
        private byte[] bytes = {};
        private int[] offsets = {};

        @Override
        void values(Column column) {
            bytes = ((StringColumn) column).bytes();
            offsets = ((StringColumn) column).offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            int length = offsets[row + 1] - offsets[row];
            int at = out.reserve(2 + 2 * length);
            byte[] target = out.array();
            target[at++] = '\\';
            target[at++] = 'x';
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                target[at++] = HEX[bytes[i] >>> 4 & 15];
                target[at++] = HEX[bytes[i] & 15];
            }
            out.advanceTo(at);
        }
    }

    /** {@code {1,NULL,"a b"}}. */
    private static final class Array extends ValueWriter {
        private final ValueWriter elements;
        private final boolean nested;
        private final ByteSink scratch = new ByteSink();
        private int[] offsets = {};

        Array(ValueWriter elements, boolean nested) {
            this.elements = elements;
            this.nested = nested;
        }

        @Override
        void values(Column column) {
            offsets = ((ArrayColumn) column).offsets();
            elements.bind(((ArrayColumn) column).elements());
        }

        @Override
        public void write(int row, ByteSink out) {
            out.putByte('{');
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                if (i > offsets[row]) {
                    out.putByte(',');
                }
                if (elements.isNull(i)) {
                    out.putText("NULL");
                } else if (nested) {
                    elements.write(i, out);
                } else {
                    scratch.clear();
                    elements.write(i, scratch);
                    element(scratch.array(), scratch.size(), out);
                }
            }
            out.putByte('}');
        }
    }

    /** One element of an array's text, quoted where it must be. */
    static void element(byte[] text, int length, ByteSink out) {
        boolean quoted = length == 0
                || length == 4
                        && (text[0] | 0x20) == 'n'
                        && (text[1] | 0x20) == 'u'
                        && (text[2] | 0x20) == 'l'
                        && (text[3] | 0x20) == 'l';
        for (int i = 0; i < length && !quoted; i++) {
            quoted = switch (text[i]) {
                case '{', '}', ',', '"', '\\', ' ', '\t', '\n', '\r', 11, 12 -> true;
                default -> false;
            };
        }
        if (!quoted) {
            out.put(text, 0, length);
            return;
        }
        out.putByte('"');
        for (int i = 0; i < length; i++) {
            if (text[i] == '"' || text[i] == '\\') {
                out.putByte('\\');
            }
            out.putByte(text[i]);
        }
        out.putByte('"');
    }
}
