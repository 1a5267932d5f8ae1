package io.millrace.formats.infer;

import io.millrace.data.text.Civil;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** What type a single text looks like: a number, a truth value, a date, a date with time; otherwise a text. Stateless. */
final class TextGuess {
    private static final BigInteger MAX_UINT64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private TextGuess() {}

    /** For text without quotes. */
    static DataType bare(String text) {
        if (text.isEmpty()) {
            return InferredTypes.UNKNOWN;
        }
        return truth(text).or(() -> number(text)).orElseGet(() -> quoted(text));
    }

    /** For text in quotes, which is never a number. */
    static DataType quoted(String text) {
        return date(text).orElse(Types.STRING);
    }

    private static Optional<DataType> truth(String text) {
        return switch (text) {
            case "true", "false", "True", "False", "TRUE", "FALSE" -> Optional.of(Types.BOOL);
            default -> Optional.empty();
        };
    }

    /** Whole numbers, numbers with a point, inf and nan; no exponents, and no zeros in front. */
    static Optional<DataType> number(String text) {
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String digits = signed ? text.substring(1) : text;
        switch (digits.toLowerCase(Locale.ROOT)) {
            case "inf", "infinity", "nan" -> {
                return Optional.of(Types.FLOAT64);
            }
            default -> {
                // may be a number of digits
            }
        }
        int points = 0;
        int count = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                count++;
            } else {
                return Optional.empty();
            }
        }
        if (count == 0 || points > 1) {
            return Optional.empty();
        }
        if (points == 1) {
            return Optional.of(Types.FLOAT64);
        }
        return digits.length() > 1 && digits.charAt(0) == '0' ? Optional.empty() : Optional.of(whole(text));
    }

    private static DataType whole(String text) {
        if (text.length() < 19) {
            return Types.INT64;
        }
        BigInteger value = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        if (value.bitLength() < 64) {
            return Types.INT64;
        }
        return value.signum() > 0 && value.compareTo(MAX_UINT64) <= 0 ? Types.UINT64 : Types.FLOAT64;
    }

    /** {@code 2024-01-31}, and with a time behind it: {@code 2024-01-31 10:20:30.5}. */
    private static Optional<DataType> date(String text) {
        int[] parts = new int[3];
        int at = 0;
        for (int part = 0; part < 3; part++) {
            int start = at;
            while (at < text.length() && at - start < 4 && isDigit(text.charAt(at))) {
                parts[part] = parts[part] * 10 + text.charAt(at++) - '0';
            }
            int length = at - start;
            if (part == 0 ? length != 4 : length < 1 || length > 2) {
                return Optional.empty();
            }
            if (part < 2 && (at == text.length() || text.charAt(at) != '-' && text.charAt(at) != '/')) {
                return Optional.empty();
            }
            at += part < 2 ? 1 : 0;
        }
        if (!Civil.isValid(parts[0], parts[1], parts[2])) {
            return Optional.empty();
        }
        boolean narrow = parts[0] >= 1970 && parts[0] < 2106;
        if (at == text.length()) {
            return Optional.of(narrow || parts[0] >= 1970 && parts[0] < 2149 ? Types.DATE : InferredTypes.DATETIME64);
        }
        return time(text, at).map(fraction -> fraction || !narrow ? InferredTypes.DATETIME64 : Types.DATETIME);
    }

    /** Whether there is a fraction of seconds in the time that begins at a separator; empty if it is no time. */
    private static Optional<Boolean> time(String text, int separator) {
        char first = text.charAt(separator);
        if (first != ' ' && first != 'T') {
            return Optional.empty();
        }
        int at = separator + 1;
        int fields = 0;
        boolean fraction = false;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            if (at == start || !fraction && at - start > 2) {
                return Optional.empty();
            }
            fields++;
            if (at == text.length() || isZone(text, at)) {
                break;
            }
            char c = text.charAt(at++);
            if (c == '.' && fields == 3) {
                fraction = true;
            } else if (c != ':' || fields > 2) {
                return Optional.empty();
            }
        }
        return fields >= 2 ? Optional.of(fraction) : Optional.empty();
    }

    private static boolean isZone(String text, int at) {
        char c = text.charAt(at);
        if (c == 'Z') {
            return at + 1 == text.length();
        }
        if (c != '+' && c != '-') {
            return false;
        }
        return text.substring(at + 1).chars().allMatch(d -> isDigit((char) d) || d == ':');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
