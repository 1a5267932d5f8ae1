package io.millrace.postgres;

import java.io.ByteArrayOutputStream;

/** Reads texts of the type bytea: {@code \x} and hex digits, or bytes with {@code \\} and octal escapes. */
final class ByteaText {
    private ByteaText() {}

    static byte[] decode(byte[] text) {
        return text.length >= 2 && text[0] == '\\' && text[1] == 'x' ? hex(text) : escaped(text);
    }

    private static byte[] hex(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length / 2);
        int high = -1;
        for (int i = 2; i < text.length; i++) {
            if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
                continue;
            }
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                throw new PgError(SqlState.INVALID_VALUE, "invalid hexadecimal digit: \"" + (char) text[i] + "\"");
            }
            if (high < 0) {
                high = digit;
            } else {
                out.write(high << 4 | digit);
                high = -1;
            }
        }
        if (high >= 0) {
            throw new PgError(SqlState.INVALID_VALUE, "invalid hexadecimal data: odd number of digits");
        }
        return out.toByteArray();
    }

    private static byte[] escaped(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\\') {
                out.write(text[i]);
            } else if (i + 1 < text.length && text[i + 1] == '\\') {
                out.write('\\');
                i++;
            } else if (i + 3 < text.length && isOctal(text, i + 1)) {
                out.write((text[i + 1] - '0') << 6 | (text[i + 2] - '0') << 3 | text[i + 3] - '0');
                i += 3;
            } else {
                throw new PgError("22P02", "invalid input syntax for type bytea");
            }
        }
        return out.toByteArray();
    }

    private static boolean isOctal(byte[] text, int at) {
        return text[at] >= '0'
                && text[at] <= '3'
                && text[at + 1] >= '0'
                && text[at + 1] <= '7'
                && text[at + 2] >= '0'
                && text[at + 2] <= '7';
    }
}
