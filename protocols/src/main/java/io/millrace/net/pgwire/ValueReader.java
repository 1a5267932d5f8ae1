package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.ColumnBuilder;
import io.millrace.data.column.DictionaryColumn;
import io.millrace.data.column.FixedColumn;
import io.millrace.data.column.IntColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.ShortColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.BestEffortDateTime;
import io.millrace.data.text.DateText;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.text.FloatText;
import io.millrace.data.text.IntegerText;
import io.millrace.data.text.IpText;
import io.millrace.data.text.UuidText;
import io.millrace.data.type.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads values that clients send, as text or binary, into columns of our types. A binary value says by its client's type which layout it has; a
 * number of one width is accepted for a column of another if it fits.
 */
public final class ValueReader {
    private static final int ISO_DATE = 10;

    private final WireOptions options;

    public ValueReader(WireOptions options) {
        this.options = options;
    }

    // ---- text

    /**
     * Appends a value given as text.
     *
     * @throws DbException when the text is no value of the type
     */
    public void text(DataType type, byte[] bytes, int from, int to, ColumnBuilder builder) {
        try {
            appendText(type, bytes, from, to, builder);
        } catch (DbException e) {
            throw invalid(type, bytes, from, to, e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid(type, bytes, from, to, new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "not a number"));
        }
    }

    private static DbException invalid(DataType type, byte[] bytes, int from, int to, DbException e) {
        if (e.code() == ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE) {
            return e;
        }
        String shown = new String(bytes, from, Math.min(to - from, 200), StandardCharsets.UTF_8);
        boolean moment = switch (type) {
            case DataType.DateType d -> true;
            case DataType.Date32Type d -> true;
            case DataType.DateTimeType d -> true;
            case DataType.DateTime64Type d -> true;
            default -> false;
        };
        return new DbException(
                moment ? ErrorCode.CANNOT_PARSE_DATETIME : ErrorCode.CANNOT_PARSE_TEXT,
                "invalid input syntax for type " + TypeWords.of(WireType.of(type)) + ": \"" + shown + "\"",
                e);
    }

    private void appendText(DataType type, byte[] bytes, int from, int to, ColumnBuilder builder) {
        int begin = from;
        int end = to;
        if (!(type instanceof DataType.StringType || type instanceof DataType.FixedStringType)) {
            while (begin < end && bytes[begin] <= ' ' && bytes[begin] >= 0) {
                begin++;
            }
            while (end > begin && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
                end--;
            }
        }
        switch (type) {
            case DataType.NullableType n -> {
                NullableColumn.Builder nullable = (NullableColumn.Builder) builder;
                appendText(n.nested(), bytes, begin, end, nullable.values());
                nullable.appendNotNull();
            }
            case DataType.LowCardinalityType l -> dictionary(l, bytes, begin, end, builder);
            case DataType.SimpleAggregateType s -> appendText(s.nested(), bytes, begin, end, builder);
            case DataType.BoolType b ->
                ((ByteColumn.Builder) builder).append((byte) (truth(bytes, begin, end) ? 1 : 0));
            case DataType.IntegerType i -> integerText(i, bytes, begin, end, builder);
            case DataType.FloatType f -> {
                double value = floating(bytes, begin, end);
                Numbers.floating(value, f, builder);
            }
            case DataType.DecimalType d -> Numbers.decimal(new BigDecimal(ascii(bytes, begin, end)), d, builder);
            case DataType.StringType s -> ((StringColumn.Builder) builder).append(bytes, from, to - from);
            case DataType.FixedStringType f -> fixed(f.length(), bytes, from, to, builder);
            case DataType.EnumType e -> enumeration(e, utf8(bytes, begin, end), builder);
            case DataType.UuidType u -> uuid(bytes, begin, end, builder);
            case DataType.DateType d ->
                ((ShortColumn.Builder) builder).append((short) day(bytes, begin, end, 0, 65_535));
            case DataType.Date32Type d ->
                ((IntColumn.Builder) builder).append(day(bytes, begin, end, DateText.DATE32_MIN, DateText.DATE32_MAX));
            case DataType.DateTimeType d ->
                ((IntColumn.Builder) builder).append((int) seconds(moment(bytes, begin, end, 0)));
            case DataType.DateTime64Type d ->
                ((LongColumn.Builder) builder).append(moment(bytes, begin, end, d.precision()));
            case DataType.Ipv4Type i -> ((IntColumn.Builder) builder).append(IpText.parseV4(bytes, begin, end));
            case DataType.Ipv6Type i -> {
                byte[] address = new byte[16];
                IpText.parseV6(bytes, begin, end, address, 0);
                ((FixedColumn.Builder) builder).append(address, 0, 16);
            }
            case DataType.ArrayType a -> new ArrayText(this, bytes, begin, end).read(a, (ArrayColumn.Builder) builder);
            case DataType.MapType m -> throw unsupported(type);
            case DataType.TupleType t -> throw unsupported(type);
            case DataType.AggregateStateType a -> throw unsupported(type);
            case DataType.IntervalType i -> throw unsupported(type);
            case DataType.NothingType n -> throw unsupported(type);
        }
    }

    private static DbException unsupported(DataType type) {
        return new DbException(
                ErrorCode.NOT_IMPLEMENTED, "Values of type " + type.name() + " cannot be sent by PostgreSQL clients");
    }

    private static boolean truth(byte[] bytes, int from, int to) {
        String word = ascii(bytes, from, to).toLowerCase(Locale.ROOT);
        if (!word.isEmpty()) {
            if ("true".startsWith(word) || "yes".startsWith(word) || word.equals("on") || word.equals("1")) {
                return true;
            }
            if ("false".startsWith(word)
                    || "no".startsWith(word)
                    || "off".startsWith(word) && word.length() > 1
                    || word.equals("0")) {
                return false;
            }
        }
        throw new DbException(ErrorCode.CANNOT_PARSE_BOOL, "not a boolean");
    }

    private static void integerText(DataType.IntegerType type, byte[] bytes, int from, int to, ColumnBuilder builder) {
        if (from == to) {
            throw new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "not a number");
        }
        if (to - from <= 18) {
            Numbers.integer(IntegerText.parse(bytes, from, to, true), type, builder);
        } else {
            Numbers.integer(new BigInteger(ascii(bytes, from, to)), type, builder);
        }
    }

    private static double floating(byte[] bytes, int from, int to) {
        String word = to - from <= 9 ? ascii(bytes, from, to).toLowerCase(Locale.ROOT) : "";
        return switch (word) {
            case "nan" -> Double.NaN;
            case "infinity", "inf", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> FloatText.parseDouble(bytes, from, to);
        };
    }

    private static void uuid(byte[] bytes, int from, int to, ColumnBuilder builder) {
        String digits = ascii(bytes, from, to).replace("{", "").replace("}", "");
        if (digits.length() == 32) {
            digits = digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                    + digits.substring(16, 20) + "-" + digits.substring(20);
        }
        byte[] text = digits.getBytes(StandardCharsets.US_ASCII);
        ((WideColumn.Builder) builder)
                .append(UuidText.parse(text, 0, text.length, 0), UuidText.parse(text, 0, text.length, 1));
    }

    private int day(byte[] bytes, int from, int to, int least, int most) {
        if (to - from == ISO_DATE) {
            return inRange(isoDay(bytes, from), least, most);
        }
        long moment = moment(bytes, from, to, 0);
        boolean iso = to - from > ISO_DATE && bytes[from + 4] == '-' && bytes[from + 7] == '-';
        // the time of day and its zone are left out, they change nothing
        int day = iso
                ? isoDay(bytes, from)
                : (int) Math.floorDiv(moment + options.zone().offsetAt(moment), 86_400L);
        return inRange(day, least, most);
    }

    /** The day of a date that exists. */
    private static int isoDay(byte[] bytes, int from) {
        try {
            return (int) LocalDate.parse(ascii(bytes, from, from + ISO_DATE)).toEpochDay();
        } catch (DateTimeException e) {
            throw new DbException(ErrorCode.CANNOT_PARSE_DATE, "no such day", e);
        }
    }

    private static int inRange(int day, int least, int most) {
        if (day < least || day > most) {
            throw new DbException(ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "date out of range");
        }
        return day;
    }

    static long seconds(long seconds) {
        if (seconds < 0 || seconds > 0xFFFFFFFFL) {
            throw new DbException(ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "timestamp out of range");
        }
        return seconds;
    }

    private long moment(byte[] bytes, int from, int to, int precision) {
        return BestEffortDateTime.parse(bytes, from, to, options.zone(), precision, true);
    }

    // ---- binary

    /**
     * Appends a value given in the binary layout of a client's type.
     *
     * @throws DbException when the layout does not fit the type
     */
    public void binary(WireType as, DataType type, byte[] bytes, int from, int length, ColumnBuilder builder) {
        switch (type) {
            case DataType.NullableType n -> {
                NullableColumn.Builder nullable = (NullableColumn.Builder) builder;
                binary(as, n.nested(), bytes, from, length, nullable.values());
                nullable.appendNotNull();
                return;
            }
            case DataType.LowCardinalityType l -> {
                ColumnBuilder one = ColumnBuilder.of(l.nested(), 1);
                binary(as, l.nested(), bytes, from, length, one);
                addToDictionary(one, builder);
                return;
            }
            case DataType.SimpleAggregateType s -> {
                binary(as, s.nested(), bytes, from, length, builder);
                return;
            }
            default -> {}
        }
        if (as.array()) {
            if (!(type instanceof DataType.ArrayType array)) {
                throw mismatch(as, type);
            }
            new ArrayBinary(this, bytes, from, length).read(array, (ArrayColumn.Builder) builder);
            return;
        }
        switch (as.type()) {
            case BOOL -> Numbers.append(bytes[from(from, length, 1)], type, builder);
            case INT2 -> Numbers.append(BigEndian.getShort(bytes, from(from, length, 2)), type, builder);
            case INT4 -> Numbers.append(BigEndian.getInt(bytes, from(from, length, 4)), type, builder);
            case OID, XID, REGCLASS, REGTYPE, REGPROC, REGPROCEDURE, REGNAMESPACE, REGROLE ->
                Numbers.append(BigEndian.getInt(bytes, from(from, length, 4)) & 0xFFFFFFFFL, type, builder);
            case INT8 -> Numbers.append(BigEndian.getLong(bytes, from(from, length, 8)), type, builder);
            case FLOAT4 ->
                Numbers.append(Float.intBitsToFloat(BigEndian.getInt(bytes, from(from, length, 4))), type, builder);
            case FLOAT8 ->
                Numbers.append(Double.longBitsToDouble(BigEndian.getLong(bytes, from(from, length, 8))), type, builder);
            case NUMERIC -> Numbers.append(NumericBinary.read(bytes, from, length), type, builder);
            case DATE -> moment(86_400_000_000L * BigEndian.getInt(bytes, from(from, length, 4)), type, builder);
            case TIMESTAMPTZ -> moment(BigEndian.getLong(bytes, from(from, length, 8)), type, builder);
            case TIMESTAMP -> {
                long micros = BigEndian.getLong(bytes, from(from, length, 8));
                long local = Math.floorDiv(micros, 1_000_000L) + BinaryMoments.EPOCH_SECONDS;
                long shift = (options.zone().toUnix(local) - local) * 1_000_000;
                moment(
                        micros + (type instanceof DataType.DateType || type instanceof DataType.Date32Type ? 0 : shift),
                        type,
                        builder);
            }
            case UUID -> {
                from(from, length, 16);
                if (!(builder instanceof WideColumn.Builder wide)) {
                    throw mismatch(as, type);
                }
                wide.append(BigEndian.getLong(bytes, from), BigEndian.getLong(bytes, from + 8));
            }
            case INET, CIDR -> address(bytes, from, length, type, builder);
            case JSONB -> text(type, bytes, from + 1, from + length, builder);
            default -> text(type, bytes, from, from + length, builder);
        }
    }

    private static int from(int from, int length, int wanted) {
        if (length != wanted) {
            throw new DbException(ErrorCode.INCORRECT_DATA, "incorrect binary data format");
        }
        return from;
    }

    static DbException mismatch(WireType as, DataType type) {
        return new DbException(
                ErrorCode.TYPE_MISMATCH,
                "a value of type " + TypeWords.of(as) + " cannot be used where " + type.name() + " is wanted");
    }

    private void moment(long microsFrom2000, DataType type, ColumnBuilder builder) {
        if (microsFrom2000 == Long.MAX_VALUE || microsFrom2000 == Long.MIN_VALUE) {
            throw new DbException(ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "infinite timestamps cannot be stored");
        }
        long micros = microsFrom2000 + BinaryMoments.EPOCH_SECONDS * 1_000_000;
        switch (type) {
            case DataType.DateType d ->
                ((ShortColumn.Builder) builder)
                        .append((short) inRange((int) Math.floorDiv(micros, 86_400_000_000L), 0, 65_535));
            case DataType.Date32Type d ->
                ((IntColumn.Builder) builder)
                        .append(inRange(
                                (int) Math.floorDiv(micros, 86_400_000_000L),
                                DateText.DATE32_MIN,
                                DateText.DATE32_MAX));
            case DataType.DateTimeType d ->
                ((IntColumn.Builder) builder).append((int) seconds(Math.floorDiv(micros, 1_000_000L)));
            case DataType.DateTime64Type d ->
                ((LongColumn.Builder) builder)
                        .append(
                                d.precision() <= 6
                                        ? Math.floorDiv(micros, DateTimeText.ticksPerSecond(6 - d.precision()))
                                        : Math.multiplyExact(micros, DateTimeText.ticksPerSecond(d.precision() - 6)));
            default -> throw mismatch(WireType.of(PgType.TIMESTAMPTZ), type);
        }
    }

    private static void address(byte[] bytes, int from, int length, DataType type, ColumnBuilder builder) {
        if (length == 8 && type instanceof DataType.Ipv4Type) {
            ((IntColumn.Builder) builder).append(BigEndian.getInt(bytes, from + 4));
        } else if (length == 20 && type instanceof DataType.Ipv6Type) {
            ((FixedColumn.Builder) builder).append(bytes, from + 4, 16);
        } else if (length == 8 && type instanceof DataType.Ipv6Type) {
            byte[] mapped = new byte[16];
            mapped[10] = -1;
            mapped[11] = -1;
            System.arraycopy(bytes, from + 4, mapped, 12, 4);
            ((FixedColumn.Builder) builder).append(mapped, 0, 16);
        } else {
            throw mismatch(WireType.of(PgType.INET), type);
        }
    }

    // ---- the rest

    private void dictionary(DataType.LowCardinalityType type, byte[] bytes, int from, int to, ColumnBuilder builder) {
        ColumnBuilder one = ColumnBuilder.of(type.nested(), 1);
        appendText(type.nested(), bytes, from, to, one);
        addToDictionary(one, builder);
    }

    private static void addToDictionary(ColumnBuilder one, ColumnBuilder builder) {
        DictionaryColumn.Builder codes = (DictionaryColumn.Builder) builder;
        codes.appendCode(codes.codeOf(one.build(), 0));
    }

    private static void fixed(int length, byte[] bytes, int from, int to, ColumnBuilder builder) {
        if (to - from > length) {
            throw new DbException(
                    ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE, "value too long for FixedString(" + length + ")");
        }
        ((FixedColumn.Builder) builder).append(bytes, from, to - from);
    }

    private static void enumeration(DataType.EnumType type, String name, ColumnBuilder builder) {
        int value = type.valueOf(name)
                .orElseThrow(() -> new DbException(ErrorCode.CANNOT_PARSE_TEXT, "not one of the names"));
        switch (builder) {
            case ByteColumn.Builder b -> b.append((byte) value);
            case ShortColumn.Builder b -> b.append((short) value);
            default -> throw new IllegalStateException("no builder of enums: " + builder.getClass());
        }
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }

    private static String utf8(byte[] bytes, int from, int to) {
        return new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8);
    }
}
