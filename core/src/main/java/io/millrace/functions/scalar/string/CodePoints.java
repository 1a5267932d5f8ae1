package io.millrace.functions.scalar.string;

import io.millrace.base.io.ByteSink;

/** Positions of code points in UTF-8, counted as ClickHouse does: every byte that is no continuation begins one. */
public final class CodePoints {
    private CodePoints() {}

    public static boolean begins(byte b) {
        return (b & 0xC0) != 0x80;
    }

    public static int count(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += begins(bytes[i]) ? 1 : 0;
        }
        return count;
    }

    /** The byte position {@code count} code points behind {@code at}, at most {@code to}. */
    public static int forward(byte[] bytes, int at, int to, long count) {
        int position = at;
        for (long i = 0; i < count && position < to; i++) {
            position++;
            while (position < to && !begins(bytes[position])) {
                position++;
            }
        }
        return position;
    }

    /** The byte position {@code count} code points before {@code at}, at least {@code from}. */
    public static int backward(byte[] bytes, int from, int at, long count) {
        int position = at;
        for (long i = 0; i < count && position > from; i++) {
            position--;
            while (position > from && !begins(bytes[position])) {
                position--;
            }
        }
        return position;
    }

    /** Appends a code point as UTF-8. */
    public static void append(int codePoint, ByteSink out) {
        if (codePoint < 0x80) {
            out.putByte(codePoint);
        } else if (codePoint < 0x800) {
            out.putByte(0xC0 | codePoint >> 6);
            out.putByte(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            out.putByte(0xE0 | codePoint >> 12);
            out.putByte(0x80 | codePoint >> 6 & 0x3F);
            out.putByte(0x80 | codePoint & 0x3F);
        } else {
            out.putByte(0xF0 | codePoint >> 18);
            out.putByte(0x80 | codePoint >> 12 & 0x3F);
            out.putByte(0x80 | codePoint >> 6 & 0x3F);
            out.putByte(0x80 | codePoint & 0x3F);
        }
    }
}
