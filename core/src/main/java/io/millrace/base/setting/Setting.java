package io.millrace.base.setting;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Seam;
import java.util.List;
import java.util.Locale;

/**
 * The declaration of one setting: name, kind, default and text. Declared once, as a constant beside the code that reads it.
 *
 * @param <T> Java type of its values: Long, Double, Boolean or String
 * @param name as in ClickHouse and in {@code system.settings}
 * @param kind how its text is read, ClickHouse's type name
 * @param defaultValue used when no layer sets it
 * @param accepted true when it is known for compatibility but changes nothing here
 * @param doc one sentence for {@code system.settings}
 */
public record Setting<T>(String name, Kind kind, T defaultValue, boolean accepted, String doc) {
    /** How a value is written in SQL and in the URL. */
    public enum Kind {
        UINT64("UInt64"),
        INT64("Int64"),
        FLOAT("Float"),
        BOOL("Bool"),
        SECONDS("Seconds"),
        MILLISECONDS("Milliseconds"),
        STRING("String"),
        CHAR("Char"),
        MAX_THREADS("MaxThreads");

        private final String typeName;

        Kind(String typeName) {
            this.typeName = typeName;
        }

        public String typeName() {
            return typeName;
        }
    }

    public static Setting<Long> uint64(String name, long defaultValue, String doc) {
        return new Setting<>(name, Kind.UINT64, defaultValue, false, doc);
    }

    public static Setting<Boolean> bool(String name, boolean defaultValue, String doc) {
        return new Setting<>(name, Kind.BOOL, defaultValue, false, doc);
    }

    public static Setting<Double> decimal(String name, double defaultValue, String doc) {
        return new Setting<>(name, Kind.FLOAT, defaultValue, false, doc);
    }

    public static Setting<String> string(String name, String defaultValue, String doc) {
        return new Setting<>(name, Kind.STRING, defaultValue, false, doc);
    }

    /** Seconds, fractions allowed. */
    public static Setting<Double> seconds(String name, double defaultValue, String doc) {
        return new Setting<>(name, Kind.SECONDS, defaultValue, false, doc);
    }

    /** Reads a value from its text in SQL, URL or configuration. */
    @SuppressWarnings("unchecked") // the kind decides T where the constant is declared
    public T parse(String text) {
        return (T)
                switch (kind) {
                    case UINT64, INT64, MILLISECONDS -> wholeNumber(text);
                    case MAX_THREADS ->
                        text.startsWith("auto") || text.startsWith("'auto") ? (Long) 0L : wholeNumber(text);
                    case FLOAT, SECONDS -> number(text);
                    case BOOL -> truth(text);
                    case STRING, CHAR -> text;
                };
    }

    /** The text of a value as {@code system.settings} and {@code SHOW SETTINGS} print it. */
    public String print(T value) {
        return switch (value) {
            case Boolean b -> b ? "1" : "0";
            case Double d -> d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString(d.longValue()) : d.toString();
            default ->
                kind == Kind.MAX_THREADS && value.equals(0L)
                        ? "auto(" + Runtime.getRuntime().availableProcessors() + ")"
                        : value.toString();
        };
    }

    private Object wholeNumber(String text) {
        String digits = text.strip();
        try {
            if (kind != Kind.INT64 && digits.startsWith("-")) {
                throw badValue(text);
            }
            if (digits.contains(".") || digits.contains("e")) {
                return (long) Double.parseDouble(digits);
            }
            return kind == Kind.INT64 ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException e) {
            return switch (digits.toLowerCase(Locale.ROOT)) {
                case "true" -> 1L;
                case "false" -> 0L;
                default -> throw badValue(text);
            };
        }
    }

    private Object number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw badValue(text);
        }
    }

    private Object truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "on", "yes", "enable", "enabled" -> true;
            case "0", "false", "off", "no", "disable", "disabled" -> false;
            default ->
                throw new DbException(
                        ErrorCode.CANNOT_PARSE_BOOL, "Cannot parse '" + text + "' as a value of setting " + name);
        };
    }

    private DbException badValue(String text) {
        return new DbException(
                ErrorCode.CANNOT_PARSE_NUMBER,
                "Cannot parse '" + text + "' as a value of setting " + name + " of type " + kind.typeName());
    }

    /** The seam for settings: a file of declarations beside their reader, registered by {@code @Builtin}. */
    @Seam
    public interface Group {
        List<Setting<?>> settings();
    }
}
