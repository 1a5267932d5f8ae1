package io.millrace.base.text.regex;

import java.util.Optional;

/** Reads what follows a backslash. */
final class EscapeParser {
    private EscapeParser() {}

    /** A single escaped character; the position is at the backslash. */
    static int character(PatternText text) {
        int start = text.at++;
        if (text.atEnd()) {
            throw text.error("trailing \\");
        }
        int c = text.next();
        return switch (c) {
            case '0' -> octal(text, 0);
            case '1', '2', '3', '4', '5', '6', '7' -> {
                if (!isOctal(text.peek(0))) {
                    throw invalid(text, start);
                }
                yield octal(text, c - '0');
            }
            case 'x' -> hexadecimal(text, start);
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            default -> {
                if (c >= 0x80 || Character.isLetterOrDigit(c)) {
                    throw invalid(text, start);
                }
                yield c;
            }
        };
    }

    /** A Perl or Unicode class if one stands at the position, which is then moved behind it. */
    static Optional<CodePoints> charClass(PatternText text, boolean ignoreCase) {
        if (text.peek(0) != '\\') {
            return Optional.empty();
        }
        int c = text.peek(1);
        switch (c) {
            case 'd', 's', 'w', 'D', 'S', 'W' -> {
                text.at += 2;
                CodePoints set = NamedClasses.perl(c | 0x20);
                return Optional.of(folded(set, ignoreCase, (c & 0x20) == 0));
            }
            case 'p', 'P' -> {
                return Optional.of(unicodeClass(text, ignoreCase));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    static CodePoints folded(CodePoints set, boolean ignoreCase, boolean negate) {
        return new CodePoints.Builder(ignoreCase).addAll(set).build(negate);
    }

    private static CodePoints unicodeClass(PatternText text, boolean ignoreCase) {
        int start = text.at;
        text.at += 2;
        boolean negate = text.peek(-1) == 'P';
        String name;
        if (text.atEnd()) {
            throw text.error("invalid character class range", start);
        }
        if (text.skip('{')) {
            int close = text.find("}");
            if (close < 0) {
                text.at = text.length();
                throw text.error("invalid character class range", start);
            }
            name = text.text(text.at, close);
            text.at = close + 1;
        } else {
            name = Character.toString(text.next());
        }
        if (name.startsWith("^")) {
            negate = !negate;
            name = name.substring(1);
        }
        Optional<CodePoints> set = NamedClasses.unicode(name);
        if (set.isEmpty()) {
            throw text.error("invalid character class range", start);
        }
        return folded(set.get(), ignoreCase, negate);
    }

    private static int octal(PatternText text, int first) {
        int value = first;
        for (int i = 0; i < 2 && isOctal(text.peek(0)); i++) {
            value = value * 8 + text.next() - '0';
        }
        return value;
    }

    private static int hexadecimal(PatternText text, int start) {
        boolean braces = text.skip('{');
        int value = 0;
        int digits = 0;
        while (braces || digits < 2) {
            int digit = text.atEnd() ? -1 : Character.digit(text.next(), 16);
            if (digit < 0) {
                if (braces && digits > 0 && text.peek(-1) == '}') {
                    return value;
                }
                throw invalid(text, start);
            }
            value = value * 16 + digit;
            digits++;
            if (value > CodePoints.MAX) {
                throw invalid(text, start);
            }
        }
        return value;
    }

    private static boolean isOctal(int c) {
        return c >= '0' && c <= '7';
    }

    private static RuntimeException invalid(PatternText text, int start) {
        return text.error("invalid escape sequence", start);
    }
}
