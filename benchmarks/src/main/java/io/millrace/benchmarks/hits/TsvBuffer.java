package io.millrace.benchmarks.hits;

import java.util.Arrays;

/** A growing byte array into which TabSeparated fields are written; each append ends its field with a tab. */
final class TsvBuffer {
    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private byte[] bytes;
    private int size;

    TsvBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    TsvBuffer number(long value) {
        ensure(24);
        byte[] b = bytes;
        int p = size;
        long v = value;
        if (v < 0) {
            b[p++] = '-';
            v = -v;
        }
        int end = p + digits(v);
        size = end;
        int at = end;
        while (v >= 100) {
            int pair = (int) (v % 100) * 2;
            v /= 100;
            b[--at] = PAIRS[pair + 1];
            b[--at] = PAIRS[pair];
        }
        if (v >= 10) {
            b[--at] = PAIRS[(int) v * 2 + 1];
            b[--at] = PAIRS[(int) v * 2];
        } else {
            b[--at] = (byte) ('0' + v);
        }
        return tab();
    }

    private static int digits(long value) {
        int n = 1;
        for (long v = value; v >= 10; v /= 10) {
            n++;
        }
        return n;
    }

    /** The digits of a non-negative number without the closing tab, for numbers inside texts. */
    void digitsOf(long value) {
        number(value);
        size--;
    }

    /** Bytes inside a text field; the field is closed with {@link #tab}. */
    void raw(byte[] text) {
        ensure(text.length + 1);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    /** A byte inside a text field. */
    void raw(char c) {
        ensure(2);
        bytes[size++] = (byte) c;
    }

    TsvBuffer text(byte[] text) {
        raw(text);
        return tab();
    }

    /** Fields rendered before, each with its tab. */
    TsvBuffer fields(TsvBuffer other) {
        ensure(other.size + 1);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    TsvBuffer tab() {
        bytes[size++] = '\t';
        return this;
    }

    /** Makes the last tab the end of the row. */
    void endRow() {
        bytes[size - 1] = '\n';
    }

    /** A date of July 2013; {@code day} counts from 0. */
    TsvBuffer date(int day) {
        dateText(day);
        return tab();
    }

    private void dateText(int day) {
        ensure(24);
        raw(JULY);
        pair(day + 1);
    }

    private static final byte[] JULY = {'2', '0', '1', '3', '-', '0', '7', '-'};

    /** A second counted from the start of 1 July 2013, UTC; up to 31 days. */
    TsvBuffer dateTime(int second) {
        int day = second / 86400;
        int s = second - day * 86400;
        dateText(day);
        bytes[size++] = ' ';
        pair(s / 3600);
        bytes[size++] = ':';
        pair(s / 60 % 60);
        bytes[size++] = ':';
        pair(s % 60);
        return tab();
    }

    private void pair(int value) {
        bytes[size++] = PAIRS[2 * value];
        bytes[size++] = PAIRS[2 * value + 1];
    }
}
