package io.millrace.base.text.unicode;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 decoding, encoding and validation on byte ranges that may hold invalid bytes. Stateless. */
public final class Utf8 {
    /** What {@link #decode} answers for a byte that does not begin a valid sequence. */
    public static final int INVALID = -1;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The code point that begins at {@code at}, or {@link #INVALID}; overlong forms and surrogates are invalid. */
    public static int decode(byte[] bytes, int at, int to) {
        int b0 = bytes[at];
        if (b0 >= 0) {
            return b0;
        }
        if (b0 < (byte) 0xC2 || at + 1 >= to || !continues(bytes[at + 1])) {
            return INVALID;
        }
        int b1 = bytes[at + 1] & 0x3F;
        if (b0 < (byte) 0xE0) {
            return (b0 & 0x1F) << 6 | b1;
        }
        if (at + 2 >= to || !continues(bytes[at + 2])) {
            return INVALID;
        }
        int b2 = bytes[at + 2] & 0x3F;
        if (b0 < (byte) 0xF0) {
            int point = (b0 & 0x0F) << 12 | b1 << 6 | b2;
            return point < 0x800 || (point >= 0xD800 && point < 0xE000) ? INVALID : point;
        }
        if (b0 > (byte) 0xF4 || at + 3 >= to || !continues(bytes[at + 3])) {
            return INVALID;
        }
        int point = (b0 & 0x07) << 18 | b1 << 12 | b2 << 6 | bytes[at + 3] & 0x3F;
        return point < 0x10000 || point > Character.MAX_CODE_POINT ? INVALID : point;
    }

    /** How many bytes a code point takes. */
    public static int length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Appends a code point; surrogates are written as three bytes, which is how RE2 treats them. */
    public static void append(int codePoint, ByteArrayOutputStream out) {
        if (codePoint < 0x80) {
            out.write(codePoint);
        } else if (codePoint < 0x800) {
            out.write(0xC0 | codePoint >> 6);
            out.write(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            out.write(0xE0 | codePoint >> 12);
            out.write(0x80 | codePoint >> 6 & 0x3F);
            out.write(0x80 | codePoint & 0x3F);
        } else {
            out.write(0xF0 | codePoint >> 18);
            out.write(0x80 | codePoint >> 12 & 0x3F);
            out.write(0x80 | codePoint >> 6 & 0x3F);
            out.write(0x80 | codePoint & 0x3F);
        }
    }

    /** Whether the range is strictly valid UTF-8. */
    public static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + 8 <= to && ((long) WORD.get(bytes, at) & HIGH_BITS) == 0) {
                at += 8;
                continue;
            }
            int point = decode(bytes, at, to);
            if (point == INVALID) {
                return false;
            }
            at += length(point);
        }
        return true;
    }

    private static boolean continues(byte b) {
        return b < (byte) 0xC0;
    }
}
