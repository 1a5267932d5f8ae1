package io.millrace.base.text.search;

import io.millrace.base.text.unicode.CaseFolding;
import io.millrace.base.text.unicode.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A search that compares lower-case forms of code points.
 *
 * <p>A byte that is not valid UTF-8 equals only itself. A hit may be longer or shorter than the needle, since cases of a letter differ in length.
 */
final class CaselessSubstring extends Substring {
    /** Lower-case code points; an invalid byte stands as its negative complement so that it equals no code point. */
    private final int[] points;

    private final boolean[] canBegin = new boolean[256];

    CaselessSubstring(byte[] needle) {
        int[] found = new int[needle.length];
        int count = 0;
        for (int at = 0; at < needle.length; count++) {
            int point = Utf8.decode(needle, at, needle.length);
            found[count] = point == Utf8.INVALID ? ~(needle[at] & 0xFF) : CaseFolding.lower(point);
            at += point == Utf8.INVALID ? 1 : Utf8.length(point);
        }
        points = Arrays.copyOf(found, count);
        int first = points[0];
        if (first < 0) {
            canBegin[~first] = true;
        } else {
            canBegin[leadByte(first)] = true;
            for (int member : CaseFolding.orbit(first)) {
                canBegin[leadByte(member)] = true;
            }
        }
    }

    @Override
    public int indexOf(byte[] bytes, int from, int to) {
        boolean[] lead = canBegin;
        for (int at = from; at < to; at++) {
            if (lead[bytes[at] & 0xFF] && matchEnd(bytes, at, to) >= 0) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public int matchEnd(byte[] bytes, int start, int to) {
        int at = start;
        for (int expected : points) {
            if (at >= to) {
                return -1;
            }
            int point = Utf8.decode(bytes, at, to);
            if (point == Utf8.INVALID) {
                if (expected != ~(bytes[at] & 0xFF)) {
                    return -1;
                }
                at++;
            } else {
                if (point != expected && CaseFolding.lower(point) != expected) {
                    return -1;
                }
                at += Utf8.length(point);
            }
        }
        return at;
    }

    private static int leadByte(int point) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4);
        Utf8.append(point, out);
        return out.toByteArray()[0] & 0xFF;
    }
}
