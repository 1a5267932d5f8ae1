package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The type of a setting: ClickHouse's name for it and how a text becomes a value. Values are Long, Double, Boolean or String. Immutable.
 *
 * @param kind the family of texts that are read
 * @param name as {@code system.settings.type} shows it; for {@link Kind#CHOICE} it also finds the list of allowed values
 */
public record SettingType(Kind kind, String name) {
    /** Families of setting types. The constant's text is the type name where a family has only one. */
    public enum Kind {
        UINT64("UInt64"),
        NON_ZERO_UINT64("NonZeroUInt64"),
        UINT32("UInt32"),
        INT64("Int64"),
        INT32("Int32"),
        FLOAT("Float"),
        DOUBLE("Double"),
        BOOL("Bool"),
        SECONDS("Seconds"),
        MILLISECONDS("Milliseconds"),
        STRING("String"),
        URI("URI"),
        CHAR("Char"),
        MAX_THREADS("MaxThreads"),
        UINT64_AUTO("UInt64Auto"),
        FLOAT_AUTO("FloatAuto"),
        BOOL_AUTO("BoolAuto"),
        TIMEZONE("Timezone"),
        MAP("Map"),
        /** One of a list of words, or some of them. */
        CHOICE("");

        private static final Map<String, Kind> BY_NAME =
                Arrays.stream(values()).collect(Collectors.toMap(k -> k.typeName, Function.identity()));

        private final String typeName;

        Kind(String typeName) {
            this.typeName = typeName;
        }
    }

    private static final String AUTO = "auto";

    static SettingType of(Kind kind) {
        return new SettingType(kind, kind.typeName);
    }

    /** The type of a name; names that are no simple type are lists of words. */
    static SettingType named(String name) {
        return new SettingType(Kind.BY_NAME.getOrDefault(name, Kind.CHOICE), name);
    }

    /**
     * Reads a value.
     *
     * @throws DbException with the code ClickHouse has for such a text
     */
    Object parse(String text) {
        return switch (kind) {
            case UINT64, MILLISECONDS -> unsigned(text);
            case UINT32 -> unsigned(text) & 0xFFFF_FFFFL;
            case NON_ZERO_UINT64 -> nonZero(unsigned(text));
            case INT64, INT32 -> signed(text);
            case MAX_THREADS -> text.startsWith(AUTO) || text.startsWith("'" + AUTO) ? 0L : unsigned(text);
            case FLOAT, DOUBLE, SECONDS -> number(text);
            case BOOL -> truth(text);
            case UINT64_AUTO -> text.equals(AUTO) ? AUTO : Long.toUnsignedString(unsigned(text));
            case FLOAT_AUTO -> text.equals(AUTO) ? AUTO : print(number(text));
            case BOOL_AUTO -> text.equals(AUTO) ? AUTO : print(truth(text));
            case STRING, URI -> text;
            case CHAR -> character(text);
            case TIMEZONE -> zone(text);
            case MAP -> map(text);
            case CHOICE -> SettingChoices.check(name, text);
        };
    }

    /** The text of a value, as {@code system.settings} shows it and {@link #parse} reads it back. */
    String print(Object value) {
        return switch (value) {
            case Boolean b -> b ? "1" : "0";
            case Double d -> d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : d.toString();
            case Long n
            when kind == Kind.MAX_THREADS && n == 0 ->
                AUTO + "(" + Runtime.getRuntime().availableProcessors() + ")";
            case Long n when kind == Kind.INT64 || kind == Kind.INT32 -> n.toString();
            case Long n -> Long.toUnsignedString(n);
            default -> value.toString();
        };
    }

    /** Whole numbers, also as 1.5 (cut), true and false, and with ClickHouse's suffixes K, M, G, T and Ki, Mi, Gi, Ti. */
    private long unsigned(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            throw new DbException(
                    ErrorCode.ATTEMPT_TO_READ_AFTER_EOF,
                    "Attempt to read after eof: the value of type " + name + " is empty");
        }
        try {
            int unit = digits.length() - 1;
            long factor = 1;
            if (digits.charAt(unit) == 'i') {
                unit--;
                factor = power(digits.charAt(Math.max(unit, 0)), 1024);
            } else if (Character.isLetter(digits.charAt(unit)) && !digits.contains("e")) {
                factor = power(digits.charAt(unit), 1000);
            } else {
                unit++;
            }
            String plain = digits.substring(0, Math.max(unit, 0));
            if (plain.startsWith("-")) {
                throw badValue(text);
            }
            return plain.contains(".") || plain.contains("e")
                    ? (long) Double.parseDouble(plain)
                    : Math.multiplyExact(Long.parseUnsignedLong(plain), factor);
        } catch (NumberFormatException | ArithmeticException e) {
            return switch (digits.toLowerCase(Locale.ROOT)) {
                case "true" -> 1L;
                case "false" -> 0L;
                default -> throw badValue(text);
            };
        }
    }

    private static long power(char suffix, long base) {
        return switch (suffix) {
            case 'k', 'K' -> base;
            case 'M' -> base * base;
            case 'G' -> base * base * base;
            case 'T' -> base * base * base * base;
            default -> throw new NumberFormatException("Unknown suffix " + suffix);
        };
    }

    private Long nonZero(long value) {
        if (value == 0) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "A setting's value has to be greater than 0");
        }
        return value;
    }

    private Long signed(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw badValue(text);
        }
    }

    private static Double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new DbException(ErrorCode.CANNOT_PARSE_NUMBER, "Cannot read floating point value here: " + text);
        }
    }

    private static Boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "on", "yes", "enable", "enabled" -> true;
            case "0", "false", "off", "no", "disable", "disabled" -> false;
            default ->
                throw new DbException(ErrorCode.CANNOT_PARSE_BOOL, "Cannot parse bool from string '" + text + "'");
        };
    }

    private static String character(String text) {
        if (text.length() > 1) {
            throw new DbException(
                    ErrorCode.SIZE_OF_FIXED_STRING_DOESNT_MATCH,
                    "A setting's value string has to be an exactly one character long");
        }
        return text.isEmpty() ? "\0" : text;
    }

    private static String zone(String text) {
        try {
            return text.isEmpty() ? text : ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Invalid time zone: " + text);
        }
    }

    private static String map(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new DbException(
                    ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                    "Cannot parse input: expected '{' before: '" + text + "'");
        }
        return text;
    }

    private DbException badValue(String text) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
                "Cannot parse input: expected 'eof' before: '" + text + "', which is no value of type " + name);
    }
}
