package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;

/** Makes any bytes valid UTF-8 without NUL, which PostgreSQL's clients insist on: bad sequences become U+FFFD. */
final class Utf8Repair {
    private Utf8Repair() {}

    static void write(byte[] bytes, int from, int length, ByteSink out) {
        int end = from + length;
        int at = from;
        while (at < end && bytes[at] > 0) {
            at++;
        }
        if (at == end) {
            out.put(bytes, from, length);
            return;
        }
        int good = from;
        while (at < end) {
            int size = sequence(bytes, at, end);
            if (size > 0) {
                at += size;
                continue;
            }
            out.put(bytes, good, at - good);
            if (bytes[at] != 0) {
                out.putByte(0xEF);
                out.putByte(0xBF);
                out.putByte(0xBD);
            }
            at++;
            good = at;
        }
        out.put(bytes, good, end - good);
    }

    /** The length of the sequence at a position, 0 when there is none (or a NUL). */
    private static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return first == 0 ? 0 : 1;
        }
        int size = first >= 0xF0 && first <= 0xF4
                ? 4
                : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
        if (size == 0 || at + size > end) {
            return 0;
        }
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean bad = first == 0xE0 && second < 0xA0
                || first == 0xED && second > 0x9F
                || first == 0xF0 && second < 0x90
                || first == 0xF4 && second > 0x8F;
        return bad ? 0 : size;
    }
}
