package io.millrace.data.serde;

import io.millrace.base.io.ByteSink;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.serde.TextOptions.DateTimeOutput;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.DecimalText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.text.IpText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.text.UuidText;
import io.millrace.data.type.DataType;
import java.nio.charset.StandardCharsets;

/** Writers of everything that is neither a number nor a container. */
final class ScalarWriters {
    private ScalarWriters() {}

    static void string(byte[] bytes, int from, int to, TextStyle style, TextOptions options, ByteSink out) {
        switch (style) {
            case ESCAPED -> StringEscapes.escaped(bytes, from, to, out);
            case QUOTED -> StringEscapes.quoted(bytes, from, to, out);
            case CSV -> StringEscapes.csv(bytes, from, to, out);
            case JSON -> StringEscapes.json(bytes, from, to, options, out);
            case XML -> StringEscapes.xml(bytes, from, to, options, out);
            case RAW -> out.put(bytes, from, to - from);
        }
    }

    /** String, and aggregate states as their bytes. */
    static final class Text extends TextWriter {
        private final TextStyle style;
        private final TextOptions options;
        private byte[] bytes = {};
        private int[] offsets = {0};

        Text(TextStyle style, TextOptions options) {
            this.style = style;
            this.options = options;
        }

        @Override
        public void bind(Column column) {
            StringColumn strings = cast(StringColumn.class, column);
            bytes = strings.bytes();
            offsets = strings.offsets();
        }

        @Override
        public void write(int row, ByteSink out) {
            string(bytes, offsets[row], offsets[row + 1], style, options, out);
        }
    }

    /** FixedString, with its zero bytes. */
    static final class Fixed extends TextWriter {
        private final TextStyle style;
        private final TextOptions options;
        private byte[] bytes = {};
        private int width;

        Fixed(TextStyle style, TextOptions options) {
            this.style = style;
            this.options = options;
        }

        @Override
        public void bind(Column column) {
            FixedColumn fixed = cast(FixedColumn.class, column);
            bytes = fixed.bytes();
            width = fixed.width();
        }

        @Override
        public void write(int row, ByteSink out) {
            string(bytes, row * width, (row + 1) * width, style, options, out);
        }
    }

    /** Enum8 and Enum16: the texts of the names are made once. */
    static final class Enumeration extends TextWriter {
        private final boolean wide;
        private final byte[][] texts;
        private final int first;
        private byte[] bytes = {};
        private short[] shorts = {};

        Enumeration(DataType.EnumType type, TextStyle style, TextOptions options) {
            wide = type.bits() == 16;
            first = type.entries().getFirst().value();
            texts = new byte[type.entries().getLast().value() - first + 1][];
            for (DataType.EnumType.Entry entry : type.entries()) {
                byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
                ByteSink text = new ByteSink();
                string(name, 0, name.length, style, options, text);
                texts[entry.value() - first] = text.toByteArray();
            }
        }

        @Override
        public void bind(Column column) {
            if (wide) {
                shorts = cast(ShortColumn.class, column).values();
            } else {
                bytes = cast(ByteColumn.class, column).values();
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            int value = wide ? shorts[row] : bytes[row];
            int index = value - first;
            byte[] text = index >= 0 && index < texts.length ? texts[index] : null;
            if (text == null) {
                // a number without a name can only be a default that the type does not have
                IntegerText.write(value, out);
            } else {
                out.put(text);
            }
        }
    }

    /** Bool. */
    static final class Bool extends LayoutWriters.Bytes {
        private final byte[] yes;
        private final byte[] no;

        Bool(TextStyle style, TextOptions options) {
            boolean fixed = style == TextStyle.JSON || style == TextStyle.QUOTED;
            yes = fixed ? "true".getBytes(StandardCharsets.US_ASCII) : options.boolTrue();
            no = fixed ? "false".getBytes(StandardCharsets.US_ASCII) : options.boolFalse();
        }

        @Override
        public void write(int row, ByteSink out) {
            out.put(values[row] != 0 ? yes : no);
        }
    }

    /** Date. */
    static final class Date extends LayoutWriters.Shorts {
        @Override
        public void write(int row, ByteSink out) {
            DateText.write(values[row] & 0xFFFF, out);
        }
    }

    /** Date32. */
    static final class Date32 extends LayoutWriters.Ints {
        @Override
        public void write(int row, ByteSink out) {
            DateText.write(values[row], out);
        }
    }

    /** DateTime. */
    static final class DateTime extends LayoutWriters.Ints {
        private final DateTimeText text;
        private final DateTimeOutput output;

        DateTime(TimeZone zone, TextOptions options) {
            output = options.dateTimeOutput();
            text = new DateTimeText(output == DateTimeOutput.ISO ? TimeZone.utc() : zone);
        }

        @Override
        public void write(int row, ByteSink out) {
            long seconds = values[row] & 0xFFFF_FFFFL;
            if (output == DateTimeOutput.UNIX_TIMESTAMP) {
                IntegerText.writeUnsigned(seconds, out);
                return;
            }
            int from = out.size();
            text.write(seconds, out);
            if (output == DateTimeOutput.ISO) {
                out.array()[from + 10] = 'T';
                out.putByte('Z');
            }
        }
    }

    /** DateTime64. */
    static final class DateTime64 extends LayoutWriters.Longs {
        private final DateTimeText text;
        private final int precision;
        private final DateTimeOutput output;

        DateTime64(TimeZone zone, int precision, TextOptions options) {
            this.precision = precision;
            output = options.dateTimeOutput();
            text = new DateTimeText(output == DateTimeOutput.ISO ? TimeZone.utc() : zone);
        }

        @Override
        public void write(int row, ByteSink out) {
            if (output == DateTimeOutput.UNIX_TIMESTAMP) {
                DecimalText.write(values[row], precision, true, out);
                return;
            }
            int from = out.size();
            text.write(values[row], precision, out);
            if (output == DateTimeOutput.ISO) {
                out.array()[from + 10] = 'T';
                out.putByte('Z');
            }
        }
    }

    /** UUID. */
    static final class Uuid extends TextWriter {
        private long[] words = {};

        @Override
        public void bind(Column column) {
            words = cast(WideColumn.class, column).words();
        }

        @Override
        public void write(int row, ByteSink out) {
            UuidText.write(words[2 * row], words[2 * row + 1], out);
        }
    }

    /** IPv4. */
    static final class Ipv4 extends LayoutWriters.Ints {
        @Override
        public void write(int row, ByteSink out) {
            IpText.writeV4(values[row], out);
        }
    }

    /** IPv6. */
    static final class Ipv6 extends TextWriter {
        private byte[] bytes = {};

        @Override
        public void bind(Column column) {
            bytes = cast(FixedColumn.class, column).bytes();
        }

        @Override
        public void write(int row, ByteSink out) {
            IpText.writeV6(bytes, row * 16, out);
        }
    }

    /** Nothing: has no values, only NULLs in front of it. */
    static final class Nothing extends TextWriter {
        @Override
        public void bind(Column column) {}

        @Override
        public void write(int row, ByteSink out) {}
    }

    /** Nullable. */
    static final class Null extends TextWriter {
        private final TextWriter values;
        private final byte[] text;
        private byte[] nulls = {};
        private boolean maybe = true;

        Null(TextWriter values, TextStyle style, TextOptions options) {
            this.values = values;
            this.text = switch (style) {
                case ESCAPED, RAW, XML -> options.tsvNull();
                case CSV -> options.csvNull();
                case QUOTED -> "NULL".getBytes(StandardCharsets.US_ASCII);
                case JSON -> "null".getBytes(StandardCharsets.US_ASCII);
            };
        }

        @Override
        public void bind(Column column) {
            Column unpacked =
                    column instanceof ConstColumn || column instanceof DictionaryColumn ? column.plain() : column;
            maybe = unpacked instanceof NullableColumn;
            if (unpacked instanceof NullableColumn nullable) {
                nulls = nullable.nulls();
                values.bind(nullable.values());
            } else {
                values.bind(unpacked);
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            if (maybe && nulls[row] != 0) {
                out.put(text);
            } else {
                values.write(row, out);
            }
        }
    }

    /** LowCardinality: rows of the dictionary. */
    static final class Dictionary extends TextWriter {
        private final TextWriter values;
        private int[] codes = {};
        private boolean coded = true;

        Dictionary(TextWriter values) {
            this.values = values;
        }

        @Override
        public void bind(Column column) {
            Column unpacked = column instanceof ConstColumn ? column.plain() : column;
            coded = unpacked instanceof DictionaryColumn;
            if (unpacked instanceof DictionaryColumn dictionary) {
                codes = dictionary.codes();
                values.bind(dictionary.dictionary());
            } else {
                values.bind(unpacked);
            }
        }

        @Override
        public void write(int row, ByteSink out) {
            values.write(coded ? codes[row] : row, out);
        }
    }
}
