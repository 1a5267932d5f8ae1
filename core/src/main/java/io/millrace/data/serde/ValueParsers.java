package io.millrace.data.serde;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.BoolText;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.IpText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.text.UuidText;
import io.millrace.data.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The parsers of scalar types other than numbers, one class per type so that each loop has one shape. */
final class ValueParsers {
    private ValueParsers() {}

    /** Date. */
    static final class Date extends ValueParser {
        private ShortColumn.Builder out = new ShortColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (ShortColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append((short) DateText.parseDate(bytes, from, to));
        }
    }

    /** Date32. */
    static final class Date32 extends ValueParser {
        private IntColumn.Builder out = new IntColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (IntColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(DateText.parseDate32(bytes, from, to));
        }
    }

    /** DateTime. */
    static final class DateTime extends ValueParser {
        private final DateTimeText text;
        private final boolean bestEffort;
        private IntColumn.Builder out = new IntColumn.Builder(0);

        DateTime(TimeZone zone, TextOptions options) {
            this.text = new DateTimeText(zone, options.reading().monthFirst());
            this.bestEffort = options.bestEffortDates();
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (IntColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append((int) text.parse(bytes, from, to, bestEffort));
        }
    }

    /** DateTime64. */
    static final class DateTime64 extends ValueParser {
        private final DateTimeText text;
        private final int precision;
        private final boolean bestEffort;
        private LongColumn.Builder out = new LongColumn.Builder(0);

        DateTime64(TimeZone zone, int precision, TextOptions options) {
            this.text = new DateTimeText(zone, options.reading().monthFirst());
            this.precision = precision;
            this.bestEffort = options.bestEffortDates();
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (LongColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(text.parse64(bytes, from, to, precision, bestEffort));
        }
    }

    /** UUID. */
    static final class Uuid extends ValueParser {
        private WideColumn.Builder out = new WideColumn.Builder(2, 0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (WideColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(UuidText.parse(bytes, from, to, 0), UuidText.parse(bytes, from, to, 1));
        }
    }

    /** IPv4. */
    static final class Ipv4 extends ValueParser {
        private IntColumn.Builder out = new IntColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (IntColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(IpText.parseV4(bytes, from, to));
        }
    }

    /** IPv6. */
    static final class Ipv6 extends ValueParser {
        private final byte[] address = new byte[16];
        private FixedColumn.Builder out = new FixedColumn.Builder(16, 0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (FixedColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            IpText.parseV6(bytes, from, to, address, 0);
            out.append(address, 0, 16);
        }
    }

    /** String. */
    static final class Text extends ValueParser {
        private StringColumn.Builder out = new StringColumn.Builder(0);

        @Override
        void bind(ColumnBuilder builder) {
            out = (StringColumn.Builder) builder;
        }

        @Override
        boolean isText() {
            return true;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            out.append(bytes, from, to - from);
        }
    }

    /** FixedString; shorter texts are padded with zero bytes. */
    static final class Fixed extends ValueParser {
        private final int length;
        private FixedColumn.Builder out = new FixedColumn.Builder(1, 0);

        Fixed(int length) {
            this.length = length;
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (FixedColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            if (to - from == length) {
                out.append(bytes, from, length);
                return;
            }
            if (to - from > length) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_STRING_SIZE, "String too long for type FixedString(" + length + ")");
            }
            out.append(Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), length), 0, length);
        }
    }

    /** Bool. */
    static final class Bool extends ValueParser {
        private final TextOptions options;
        private ByteColumn.Builder out = new ByteColumn.Builder(0);

        Bool(TextOptions options) {
            this.options = options;
        }

        private static boolean is(byte[] word, byte[] bytes, int from, int to) {
            return Arrays.equals(word, 0, word.length, bytes, from, to);
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = (ByteColumn.Builder) builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            if (is(options.boolTrue(), bytes, from, to)) {
                out.append((byte) 1);
            } else if (is(options.boolFalse(), bytes, from, to)) {
                out.append((byte) 0);
            } else {
                out.append(BoolText.parse(bytes, from, to));
            }
        }

        @Override
        boolean isBareLiteral() {
            return true;
        }
    }

    /** Enum8 and Enum16 by name, or by number when there is no such name. */
    static final class Enumeration extends ValueParser {
        private final DataType.EnumType type;
        private final Map<String, Integer> values = new HashMap<>();
        private final boolean numbersOnly;
        private ColumnBuilder out;

        /** @param numbersOnly whether names are taken for numbers, too */
        Enumeration(DataType.EnumType type, boolean numbersOnly) {
            this.type = type;
            this.numbersOnly = numbersOnly;
            this.out = ColumnBuilder.of(type, 0);
            type.entries().forEach(entry -> values.put(entry.name(), entry.value()));
        }

        @Override
        void bind(ColumnBuilder builder) {
            out = builder;
        }

        @Override
        void append(byte[] bytes, int from, int to) {
            String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            Integer value = numbersOnly ? null : values.get(name);
            int number = value == null ? byNumber(name) : value;
            if (out instanceof ByteColumn.Builder narrow) {
                narrow.append((byte) number);
            } else {
                ((ShortColumn.Builder) out).append((short) number);
            }
        }

        private int byNumber(String text) {
            try {
                int number = Integer.parseInt(text);
                if (values.containsValue(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // not a number either
            }
            throw new DbException(
                    ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, "Unknown element '" + text + "' for enum " + type.name());
        }
    }

    /** Types without values. */
    static final class Nothing extends ValueParser {
        private final DataType type;

        Nothing(DataType type) {
            this.type = type;
        }

        @Override
        void bind(ColumnBuilder builder) {}

        @Override
        void append(byte[] bytes, int from, int to) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "Type " + type.name() + " has no values to be read");
        }
    }
}
