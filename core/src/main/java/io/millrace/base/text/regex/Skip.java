package io.millrace.base.text.regex;

import io.millrace.base.text.search.Swar;

/**
 * A run of bytes that leaves an automaton's state alone: ASCII but for at most three bytes.
 *
 * <p>Bytes from 0x80 on end the run; the automaton takes them one by one. Immutable.
 */
final class Skip {
    /** Skips nothing: the state was looked at and leaves on too many bytes. */
    static final Skip NOTHING = new Skip(-1, 0, 0, 0);

    private static final int MAX_ESCAPES = 3;

    private final int escapes;
    private final long first;
    private final long second;
    private final long third;

    private Skip(int escapes, long first, long second, long third) {
        this.escapes = escapes;
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** The skip over the ASCII bytes marked in {@code stays}, or {@link #NOTHING} when it would stop too often. */
    static Skip of(boolean[] stays) {
        long[] bytes = new long[MAX_ESCAPES];
        int count = 0;
        for (int b = 0; b < 128; b++) {
            if (!stays[b]) {
                if (count == MAX_ESCAPES) {
                    return NOTHING;
                }
                bytes[count++] = Swar.spread(b);
            }
        }
        long second = count > 1 ? bytes[1] : bytes[0];
        return new Skip(count, bytes[0], second, count > 2 ? bytes[2] : second);
    }

    /** The first position from {@code at} on whose byte may not be skipped, or {@code to}; may stop early near the end of the array. */
    int forward(byte[] bytes, int at, int to) {
        int p = at;
        int last = Math.min(to - 1, bytes.length - 8); // words may reach behind the text, not behind the array
        switch (escapes) {
            case -1 -> {
                return p;
            }
            case 0 -> {
                for (; p <= last; p += 8) {
                    long stop = Swar.word(bytes, p) & Swar.HIGHS;
                    if (stop != 0) {
                        return Math.min(p + Swar.firstMark(stop), to);
                    }
                }
            }
            case 1 -> {
                for (; p <= last; p += 8) {
                    long w = Swar.word(bytes, p);
                    long stop = (w & Swar.HIGHS) | Swar.zeroBytes(w ^ first);
                    if (stop != 0) {
                        return Math.min(p + Swar.firstMark(stop), to);
                    }
                }
            }
            default -> {
                for (; p <= last; p += 8) {
                    long w = Swar.word(bytes, p);
                    long stop = (w & Swar.HIGHS)
                            | Swar.zeroBytes(w ^ first)
                            | Swar.zeroBytes(w ^ second)
                            | Swar.zeroBytes(w ^ third);
                    if (stop != 0) {
                        return Math.min(p + Swar.firstMark(stop), to);
                    }
                }
            }
        }
        return Math.min(p, to);
    }
}
