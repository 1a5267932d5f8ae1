package io.millrace.sql.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What stands between the quotes of PostgreSQL's {@code E'...'}: its escapes replaced. */
final class EscapedString {
    private EscapedString() {}

    static byte[] bytes(byte[] text, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            byte c = text[at];
            if (c == '\'') {
                out.write(c);
                at += 2;
            } else if (c == '\\' && at + 1 < to) {
                at = escape(text, at + 1, to, out);
            } else {
                out.write(c);
                at++;
            }
        }
        return out.toByteArray();
    }

    /** What stands between the quotes of {@code U&'...'}: {@code \0041} and {@code \+000041} are code points. */
    static byte[] unicode(byte[] text, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            byte c = text[at];
            if (c == '\'') {
                out.write(c);
                at += 2;
            } else if (c == '\\' && at + 1 < to) {
                boolean six = text[at + 1] == '+';
                at = number(text, at + (six ? 2 : 1), to, 16, six ? 6 : 4, true, out, at + 1);
            } else {
                out.write(c);
                at++;
            }
        }
        return out.toByteArray();
    }

    private static int escape(byte[] text, int at, int to, ByteArrayOutputStream out) {
        byte c = text[at];
        switch (c) {
            case 'b' -> out.write(8);
            case 'f' -> out.write(12);
            case 'n' -> out.write(10);
            case 'r' -> out.write(13);
            case 't' -> out.write(9);
            case 'x' -> {
                return number(text, at + 1, to, 16, 2, false, out, at);
            }
            case 'u' -> {
                return number(text, at + 1, to, 16, 4, true, out, at);
            }
            case 'U' -> {
                return number(text, at + 1, to, 16, 8, true, out, at);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return number(text, at, to, 8, 3, false, out, at);
            }
            default -> out.write(c);
        }
        return at + 1;
    }

    private static int number(
            byte[] text,
            int from,
            int to,
            int radix,
            int most,
            boolean codePoint,
            ByteArrayOutputStream out,
            int mark) {
        int at = from;
        int value = 0;
        while (at < to && at - from < most && Character.digit(text[at], radix) >= 0) {
            value = value * radix + Character.digit(text[at], radix);
            at++;
        }
        if (at == from || codePoint && !Character.isValidCodePoint(value)) {
            out.write(text[mark]);
            return mark + 1;
        }
        if (codePoint) {
            out.writeBytes(Character.toString(value).getBytes(StandardCharsets.UTF_8));
        } else {
            out.write(value);
        }
        return at;
    }
}
