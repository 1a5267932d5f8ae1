package io.millrace.postgres;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks the values of configuration parameters and gives them their canonical spelling. */
final class VariableValues {
    private static final Set<String> ENCODINGS = Set.of("UTF8", "UNICODE", "SQLASCII");
    private static final Set<String> LEVELS =
            Set.of("debug5", "debug4", "debug3", "debug2", "debug1", "debug", "log", "notice", "warning", "error");

    private static final Set<String> DURATIONS =
            Set.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "idle_session_timeout");

    private static final Map<String, Long> UNITS =
            Map.of("d", 86_400_000L, "h", 3_600_000L, "min", 60_000L, "s", 1000L);

    private VariableValues() {}

    /** A value as SHOW gives it. */
    static String shown(String name, String value) {
        if (!DURATIONS.contains(name) || value.equals("0")) {
            return value;
        }
        long milliseconds = Long.parseLong(value);
        return UNITS.entrySet().stream()
                .filter(unit -> milliseconds % unit.getValue() == 0)
                .max(Map.Entry.comparingByValue())
                .map(unit -> milliseconds / unit.getValue() + unit.getKey())
                .orElse(value + "ms");
    }

    static String checked(String name, String value, boolean isBoolean) {
        if (isBoolean) {
            return truth(name, value) ? "on" : "off";
        }
        if (DURATIONS.contains(name)) {
            return Long.toString(milliseconds(name, value));
        }
        return switch (name) {
            case "client_encoding" -> {
                String encoding = value.replace("'", "").replaceAll("[-_ ]", "").toUpperCase(Locale.ROOT);
                if (!ENCODINGS.contains(encoding)) {
                    throw invalid(name, value);
                }
                yield "UTF8";
            }
            case "TimeZone" -> zone(value).getId();
            case "DateStyle" -> dateStyle(value);
            case "IntervalStyle" -> {
                if (!value.equalsIgnoreCase("postgres")) {
                    throw new PgError(SqlState.NOT_SUPPORTED, "only the interval style \"postgres\" is supported");
                }
                yield "postgres";
            }
            case "bytea_output" -> {
                String lower = value.toLowerCase(Locale.ROOT);
                if (!lower.equals("hex") && !lower.equals("escape")) {
                    throw invalid(name, value);
                }
                yield lower;
            }
            case "extra_float_digits" -> {
                long digits = number(name, value);
                if (digits < -15 || digits > 3) {
                    throw new PgError(
                            SqlState.INVALID_VALUE,
                            value + " is outside the valid range for parameter \"extra_float_digits\" (-15 .. 3)");
                }
                yield Long.toString(digits);
            }
            case "default_transaction_isolation", "transaction_isolation" -> {
                String level = value.toLowerCase(Locale.ROOT);
                if (!Set.of("serializable", "repeatable read", "read committed", "read uncommitted")
                        .contains(level)) {
                    throw invalid(name, value);
                }
                yield level;
            }
            case "client_min_messages" -> {
                String level = value.toLowerCase(Locale.ROOT);
                if (!LEVELS.contains(level)) {
                    throw invalid(name, value);
                }
                yield level;
            }
            case "application_name" -> value.length() > 63 ? value.substring(0, 63) : value;
            default -> value;
        };
    }

    private static PgError invalid(String name, String value) {
        return new PgError(SqlState.INVALID_VALUE, "invalid value for parameter \"" + name + "\": \"" + value + "\"");
    }

    static boolean truth(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1", "t", "y" -> true;
            case "off", "false", "no", "0", "f", "n" -> false;
            default -> throw new PgError(SqlState.INVALID_VALUE, "parameter \"" + name + "\" requires a Boolean value");
        };
    }

    /** A zone by name, by offset in hours, or {@code INTERVAL '+02:00'}. */
    private static ZoneId zone(String value) {
        String text = value.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("default") || lower.equals("local")) {
            return ZoneId.systemDefault();
        }
        try {
            if (lower.equals("utc") || lower.equals("gmt") || lower.equals("z")) {
                return ZoneId.of("UTC");
            }
            if (!text.isEmpty()
                    && (text.charAt(0) == '+' || text.charAt(0) == '-' || Character.isDigit(text.charAt(0)))) {
                return offset(text);
            }
            if (lower.startsWith("gmt+")
                    || lower.startsWith("gmt-")
                    || lower.startsWith("utc+")
                    || lower.startsWith("utc-")) {
                return offset(text.substring(3));
            }
            for (String id : ZoneId.getAvailableZoneIds()) {
                if (id.equalsIgnoreCase(text)) {
                    return ZoneId.of(id);
                }
            }
        } catch (DateTimeException e) {
            throw invalid("TimeZone", value);
        }
        throw invalid("TimeZone", value);
    }

    private static ZoneId offset(String text) {
        String[] parts = text.replace("+", "").split(":");
        int hours = Integer.parseInt(parts[0].strip());
        boolean whole = parts.length == 1 || Integer.parseInt(parts[1].strip()) == 0;
        if (hours == 0 && whole) {
            return ZoneId.of("UTC");
        }
        if (!whole) {
            throw new DateTimeException("only whole hours have a named zone");
        }
        return ZoneId.of(hours > 0 ? "Etc/GMT-" + hours : "Etc/GMT+" + -hours);
    }

    private static String dateStyle(String value) {
        String order = "MDY";
        for (String part : value.split(",")) {
            switch (part.strip().toLowerCase(Locale.ROOT)) {
                case "iso", "default", "" -> {}
                case "mdy", "us", "noneuro", "noneuropean" -> order = "MDY";
                case "dmy", "euro", "european" -> order = "DMY";
                case "ymd" -> order = "YMD";
                default ->
                    throw new PgError(SqlState.NOT_SUPPORTED, "only the date style ISO is supported, not " + value);
            }
        }
        return "ISO, " + order;
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw invalid(name, value);
        }
    }

    /** A duration with its unit, milliseconds when there is none. */
    static long milliseconds(String name, String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '-')) {
            digits++;
        }
        long count = number(name, text.substring(0, digits));
        return switch (text.substring(digits).strip()) {
            case "", "ms" -> count;
            case "s" -> count * 1000;
            case "min" -> count * 60_000;
            case "h" -> count * 3_600_000;
            case "d" -> count * 86_400_000;
            default -> throw invalid(name, value);
        };
    }
}
