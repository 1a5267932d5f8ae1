package io.millrace.formats.json;

import io.millrace.base.hash.LittleEndian;
import io.millrace.data.serde.TextCursor;
import java.util.Arrays;

/**
 * Remembers which keys stood at which place of a row: the next row most likely has the same ones, and a comparison of some words finds their columns. Not
 * thread-safe.
 */
final class KeyGuesses {
    /** No guess, or a wrong one. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int MOST = 1000;
    private static final long[] NOTHING = {};

    /** Keys with their quotes and the colon, padded with zeros. */
    private long[][] words = new long[0][];

    private int[] lengths = new int[0];
    private int[] columns = new int[0];

    /** The column of the key at the cursor if it is the expected one: the cursor is then behind its colon. */
    int match(TextCursor in, int place) {
        if (place >= words.length) {
            return NONE;
        }
        long[] guess = words[place];
        byte[] bytes = in.bytes;
        int at = in.at;
        int length = lengths[place];
        int last = guess.length - 1;
        if (last < 0 || at + length > in.limit || at + guess.length * Long.BYTES > bytes.length) {
            return NONE;
        }
        for (int i = 0; i < last; i++) {
            if (LittleEndian.getLong(bytes, at + i * Long.BYTES) != guess[i]) {
                return NONE;
            }
        }
        long rest = LittleEndian.getLong(bytes, at + last * Long.BYTES);
        if (rest << -length * Byte.SIZE != guess[last] << -length * Byte.SIZE) {
            return NONE;
        }
        in.at = at + length;
        return columns[place];
    }

    /** Expects in the next row what the cursor stands behind: a key that began at {@code start}, and a colon. */
    void expect(TextCursor in, int start, int place, int column) {
        if (place >= MOST) {
            return;
        }
        if (place >= words.length) {
            int size = Math.max(place + 1, words.length * 2);
            int before = words.length;
            words = Arrays.copyOf(words, size);
            Arrays.fill(words, before, size, NOTHING);
            lengths = Arrays.copyOf(lengths, size);
            columns = Arrays.copyOf(columns, size);
        }
        int length = in.at - start;
        byte[] padded = Arrays.copyOf(Arrays.copyOfRange(in.bytes, start, in.at), (length + 7) / 8 * 8);
        long[] guess = new long[padded.length / Long.BYTES];
        for (int i = 0; i < guess.length; i++) {
            guess[i] = LittleEndian.getLong(padded, i * Long.BYTES);
        }
        words[place] = guess;
        lengths[place] = length;
        columns[place] = column;
    }
}
