package io.millrace.formats.json;

import io.millrace.base.hash.LittleEndian;

/**
 * Finds the ends of JSON objects that stand one per line, for cutting inputs: eight bytes at a time, of which the brackets and line ends outside of strings
 * are looked at one by one.
 */
final class JsonRowEnds {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long LINE_ENDS = 0x0A0A0A0A0A0A0A0AL;
    /** The bits in which the four brackets differ from DEL; few other bytes become DEL with them. */
    private static final long BRACKETS = 0x2626262626262626L;

    private final byte[] bytes;
    private int end;
    private int depth;
    private boolean quoted;

    private JsonRowEnds(byte[] bytes, int from) {
        this.bytes = bytes;
        this.end = from;
    }

    /** Behind the last line end outside of all brackets and strings. */
    static int lastRowEnd(byte[] bytes, int from, int to) {
        JsonRowEnds ends = new JsonRowEnds(bytes, from);
        ends.bytes(ends.words(from, to), to);
        return ends.end;
    }

    /** Reads whole words; a word is taken up to its first escape, and the next one begins behind that. */
    private int words(int from, int to) {
        long inside = 0;
        int at = from;
        int last = to - Long.BYTES;
        while (at <= last) {
            long word = LittleEndian.getLong(bytes, at);
            long other = word ^ BACKSLASHES;
            long escapes = other - ONES & ~other & ~LOWS;
            long taken = (escapes & -escapes) - 1;
            // behind each byte, whether the quotes so far are odd in number
            long strings = (zeros(word ^ QUOTES) & taken) * ONES ^ inside;
            long structure = (zeros(~(word | BRACKETS) & LOWS) | zeros(word ^ LINE_ENDS)) & ~strings & taken;
            while (structure != 0) {
                structure(at + (Long.numberOfTrailingZeros(structure) >>> 3));
                structure &= structure - 1;
            }
            inside = (strings >>> 56 & 1) * ONES;
            at += escapes == 0 ? Long.BYTES : (Long.numberOfTrailingZeros(escapes) >>> 3) + (inside == 0 ? 1 : 2);
        }
        quoted = inside != 0;
        return at;
    }

    /** One in each byte that is zero. */
    private static long zeros(long word) {
        return ~((word & LOWS) + LOWS | word | LOWS) >>> 7;
    }

    private void bytes(int from, int to) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (quoted && b == '\\') {
                at++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                structure(at);
            }
            at++;
        }
    }

    private void structure(int at) {
        switch (bytes[at]) {
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            case '\n' -> end = depth == 0 ? at + 1 : end;
            default -> {}
        }
    }
}
