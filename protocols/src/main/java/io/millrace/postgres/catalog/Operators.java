package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.text.regex.Matcher;
import io.millrace.base.text.regex.Regex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comparisons, patterns and arithmetic over values that are not NULL. */
final class Operators {
    private Operators() {}

    /** The order of two values of one kind; text by its bytes. */
    static int compare(Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return Boolean.compare(x, y);
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
                int order = nullsLast(x.get(i), y.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(x.size(), y.size());
        }
        if (a instanceof Object[] x && b instanceof Object[] y) {
            return compare(java.util.Arrays.asList(x), java.util.Arrays.asList(y));
        }
        if (a instanceof Number && b instanceof String text) {
            return compare(a, Casts.number(text));
        }
        if (a instanceof String text && b instanceof Number) {
            return compare(Casts.number(text), b);
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    }

    static int nullsLast(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return compare(a, b);
    }

    static boolean test(String comparison, Object a, Object b) {
        return switch (comparison) {
            case "equals" -> equal(a, b);
            case "notEquals" -> !equal(a, b);
            case "less" -> compare(a, b) < 0;
            case "lessOrEquals" -> compare(a, b) <= 0;
            case "greater" -> compare(a, b) > 0;
            case "greaterOrEquals" -> compare(a, b) >= 0;
            case "match" -> matches(String.valueOf(a), String.valueOf(b));
            case "like" -> like(String.valueOf(a), String.valueOf(b), '\\', false);
            case "ilike" -> like(String.valueOf(a), String.valueOf(b), '\\', true);
            case "notLike" -> !like(String.valueOf(a), String.valueOf(b), '\\', false);
            case "notILike" -> !like(String.valueOf(a), String.valueOf(b), '\\', true);
            default ->
                throw new DbException(ErrorCode.NOT_IMPLEMENTED, "comparison " + comparison + " is not supported");
        };
    }

    private static boolean equal(Object a, Object b) {
        return a.getClass() == b.getClass() && !(a instanceof Object[]) && !(a instanceof List)
                ? Objects.equals(a, b)
                : compare(a, b) == 0;
    }

    static boolean matches(String text, String pattern) {
        Matcher matcher = Regex.compile(pattern).matcher();
        byte[] bytes = (text + "\0".repeat(16)).getBytes(StandardCharsets.UTF_8);
        return matcher.find(bytes, 0, bytes.length - 16);
    }

    /** LIKE: {@code %} is any text, {@code _} any character. */
    static boolean like(String text, String pattern, int escape, boolean ignoringCase) {
        String t = ignoringCase ? text.toLowerCase(java.util.Locale.ROOT) : text;
        String p = ignoringCase ? pattern.toLowerCase(java.util.Locale.ROOT) : pattern;
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < t.length()) {
            boolean literal = in < p.length() && p.charAt(in) == escape && in + 1 < p.length();
            char c = literal ? p.charAt(in + 1) : in < p.length() ? p.charAt(in) : 0;
            if (in < p.length() && !literal && c == '%') {
                star = in++;
                resume = at;
            } else if (in < p.length() && (!literal && c == '_' || c == t.charAt(at))) {
                in += literal ? 2 : 1;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (in < p.length() && p.charAt(in) == '%') {
            in++;
        }
        return in == p.length();
    }

    static Object arithmetic(String operator, Object a, Object b) {
        if (a instanceof Long x && b instanceof Long y) {
            return switch (operator) {
                case "plus" -> x + y;
                case "minus" -> x - y;
                case "multiply" -> x * y;
                case "divide", "intDiv" -> x / divisor(y);
                case "modulo" -> x % divisor(y);
                case "bitAnd" -> x & y;
                case "bitOr" -> x | y;
                case "pow" -> Math.pow(x, y);
                default -> throw new IllegalArgumentException(operator);
            };
        }
        double x = Casts.number(a);
        double y = Casts.number(b);
        return switch (operator) {
            case "plus" -> x + y;
            case "minus" -> x - y;
            case "multiply" -> x * y;
            case "divide", "intDiv" -> x / y;
            case "modulo" -> x % y;
            case "pow" -> Math.pow(x, y);
            default -> throw new DbException(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "bits of a fraction");
        };
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new DbException(ErrorCode.ILLEGAL_DIVISION, "division by zero");
        }
        return value;
    }
}
