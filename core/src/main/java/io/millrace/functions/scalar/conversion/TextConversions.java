package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.BoolText;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.DecimalText;
import io.millrace.data.text.FloatText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.text.IpText;
import io.millrace.data.text.TimeZone;
import io.millrace.data.text.UuidText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.functions.scalar.kernel.Narrowing;
import java.util.Optional;

/** Strings as numbers, dates and addresses. */
final class TextConversions {
    private TextConversions() {}

    /** Parses one value to the long that stores it. */
    private interface LongParser {
        long parse(byte[] bytes, int from, int to);
    }

    /** Parses one value and appends it. */
    private interface Appender<B extends ColumnBuilder> {
        void append(byte[] bytes, int from, int to, B builder);
    }

    static Conversion of(DataType to, TimeZone session) {
        return switch (to) {
            case IntegerType i
            when i.bits() <= 64 ->
                longs(to, () -> (bytes, from, end) -> IntegerText.parse(bytes, from, end, i.signed()));
            case IntegerType i ->
                appended(
                        to,
                        (byte[] bytes, int from, int end, WideColumn.Builder b) ->
                                b.append(IntegerText.parseBig(bytes, from, end, i.signed())));
            case DataType.IntervalType i ->
                longs(to, () -> (bytes, from, end) -> IntegerText.parse(bytes, from, end, true));
            case DataType.BoolType b -> longs(to, () -> BoolText::parse);
            case FloatType f
            when f.bits() == 64 ->
                appended(
                        to,
                        (byte[] bytes, int from, int end, DoubleColumn.Builder b) ->
                                b.append(FloatText.parseDouble(bytes, from, end)));
            case FloatType f ->
                appended(
                        to,
                        (byte[] bytes, int from, int end, FloatColumn.Builder b) ->
                                b.append(FloatText.parseFloat(bytes, from, end)));
            case DecimalType d
            when d.bits() <= 64 ->
                longs(to, () -> (bytes, from, end) -> DecimalText.parse(bytes, from, end, d.precision(), d.scale()));
            case DecimalType d ->
                appended(
                        to,
                        (byte[] bytes, int from, int end, WideColumn.Builder b) ->
                                b.append(DecimalText.parseBig(bytes, from, end, d.precision(), d.scale())));
            case DataType.DateType d ->
                longs(to, () -> (bytes, from, end) -> DateText.parseDate(bytes, from, dateEnd(bytes, from, end)));
            case DataType.Date32Type d ->
                longs(to, () -> (bytes, from, end) -> DateText.parseDate32(bytes, from, dateEnd(bytes, from, end)));
            case DateTimeType d -> dateTime(to, d.zone(), session);
            case DateTime64Type d -> dateTime64(d, session);
            case DataType.UuidType u ->
                appended(
                        to,
                        (byte[] bytes, int from, int end, WideColumn.Builder b) ->
                                b.append(UuidText.parse(bytes, from, end, 0), UuidText.parse(bytes, from, end, 1)));
            case DataType.Ipv4Type i -> longs(to, () -> IpText::parseV4);
            case DataType.Ipv6Type i ->
                appended(to, (byte[] bytes, int from, int end, FixedColumn.Builder b) -> {
                    byte[] address = new byte[16];
                    IpText.parseV6(bytes, from, end, address, 0);
                    b.append(address, 0, 16);
                });
            default -> throw Conversions.unsupportedError(io.millrace.data.type.Types.STRING, to);
        };
    }

    private static Conversion dateTime(DataType to, Optional<String> name, TimeZone session) {
        TimeZone zone = name.map(TimeZone::of).orElse(session);
        return longs(to, () -> {
            DateTimeText text = new DateTimeText(zone);
            return (bytes, from, end) -> text.parse(bytes, from, end, true);
        });
    }

    private static Conversion dateTime64(DateTime64Type to, TimeZone session) {
        TimeZone zone = to.zone().map(TimeZone::of).orElse(session);
        return longs(to, () -> {
            DateTimeText text = new DateTimeText(zone);
            return (bytes, from, end) -> text.parse64(bytes, from, end, to.precision(), true);
        });
    }

    /** Where the date of a date with a time ends. */
    private static int dateEnd(byte[] bytes, int from, int to) {
        boolean withTime = to - from >= 19
                && (bytes[from + 10] == ' ' || bytes[from + 10] == 'T')
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':';
        return withTime ? from + 10 : to;
    }

    private interface ParserSource {
        LongParser get();
    }

    private static Conversion longs(DataType to, ParserSource source) {
        return (values, rows, failures) -> {
            LongParser parser = source.get();
            long[] result = new long[rows];
            switch (values) {
                case StringColumn strings -> {
                    byte[] bytes = strings.bytes();
                    int[] offsets = strings.offsets();
                    for (int i = 0; i < rows; i++) {
                        result[i] = one(parser, bytes, offsets[i], offsets[i + 1], i, rows, to, failures);
                    }
                }
                case FixedColumn fixed -> {
                    for (int i = 0; i < rows; i++) {
                        int from = i * fixed.width();
                        result[i] = one(parser, fixed.bytes(), from, end(fixed, i), i, rows, to, failures);
                    }
                }
                default -> throw DbException.bug("Expected strings");
            }
            return Narrowing.ofLongs(result, rows, to);
        };
    }

    private static long one(
            LongParser parser, byte[] bytes, int from, int to, int row, int rows, DataType type, Failures failures) {
        if (from == to && failures.isSilent(row)) {
            failures.mark(row, rows);
            return defaultOf(type);
        }
        try {
            long value = parser.parse(bytes, from, to);
            if (failures.isSilent(row) && overflows(value, type)) {
                failures.mark(row, rows);
                return 0;
            }
            return value;
        } catch (DbException e) {
            failures.fail(row, rows, failures.isSilent(row) ? e : explained(e, type));
            return defaultOf(type);
        }
    }

    /** OrNull and OrZero take a number that does not fit for no number; the plain functions wrap it. */
    private static boolean overflows(long value, DataType type) {
        if (!(type instanceof IntegerType integer) || integer.bits() >= 64) {
            return false;
        }
        int unused = 64 - integer.bits();
        return value != (integer.signed() ? value << unused >> unused : value << unused >>> unused);
    }

    private static long defaultOf(DataType type) {
        return type instanceof DataType.Date32Type ? DateText.DATE32_MIN : 0;
    }

    /** Where the value of a FixedString ends: zero bytes behind it do not count. */
    private static int end(FixedColumn fixed, int row) {
        int end = (row + 1) * fixed.width();
        while (end > row * fixed.width() && fixed.bytes()[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static <B extends ColumnBuilder> Conversion appended(DataType to, Appender<B> appender) {
        return (values, rows, failures) -> {
            @SuppressWarnings("unchecked") // the appender was written for the layout of the type
            B builder = (B) ColumnBuilder.of(to, rows);
            for (int i = 0; i < rows; i++) {
                try {
                    switch (values) {
                        case StringColumn s -> appender.append(s.bytes(), s.offsets()[i], s.offsets()[i + 1], builder);
                        case FixedColumn f -> appender.append(f.bytes(), i * f.width(), end(f, i), builder);
                        default -> throw DbException.bug("Expected strings");
                    }
                } catch (DbException e) {
                    builder.truncate(i);
                    builder.appendDefault();
                    failures.fail(i, rows, failures.isSilent(i) ? e : explained(e, to));
                }
            }
            return builder.build();
        };
    }

    /** The parser's error with the type's name and ClickHouse's advice. */
    static DbException explained(DbException e, DataType to) {
        String message = String.valueOf(e.getMessage());
        if (e.code() == ErrorCode.CANNOT_PARSE_TEXT && message.startsWith("Cannot parse string")) {
            boolean number = to instanceof IntegerType || to instanceof FloatType;
            String named = number ? withType(message, to) : message;
            String advice = number
                    ? ". Note: there are to" + to.name() + "OrZero and to" + to.name()
                            + "OrNull functions, which returns zero/NULL instead of throwing exception"
                    : "";
            return new DbException(e.code(), named + advice);
        }
        if (e.code() == ErrorCode.ATTEMPT_TO_READ_AFTER_EOF) {
            return new DbException(
                    e.code(),
                    "Attempt to read after eof: Cannot parse " + to.name()
                            + " from String, because value is too short");
        }
        return new DbException(e.code(), message + ": Cannot parse " + to.name() + " from String");
    }

    private static String withType(String message, DataType to) {
        int at = message.lastIndexOf("' as ");
        int end = at < 0 ? -1 : message.indexOf(": syntax error", at);
        return end < 0 ? message : message.substring(0, at + 5) + to.name() + message.substring(end);
    }
}
