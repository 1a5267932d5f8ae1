package io.millrace.base.text.search;

import io.millrace.base.text.unicode.Utf8;

/**
 * A needle compiled for searching in bytes.
 *
 * <p>Immutable and thread-safe. Positions are byte positions in the array; offsets of a column are {@code rows + 1} ascending ints. No padding behind the
 * range is needed, but a padded array (64 bytes) lets the fast loop run to the very end.
 */
public abstract sealed class Substring permits EmptyNeedle, ExactSubstring, AsciiCaselessSubstring, CaselessSubstring {
    Substring() {}

    /** A search for exactly these bytes. */
    public static Substring of(byte[] needle) {
        return needle.length == 0 ? new EmptyNeedle() : new ExactSubstring(needle.clone());
    }

    /** A search that ignores the case of A to Z only, as ClickHouse's {@code positionCaseInsensitive}. */
    public static Substring ignoringAsciiCase(byte[] needle) {
        return needle.length == 0 ? new EmptyNeedle() : new AsciiCaselessSubstring(needle);
    }

    /** A search that compares lower-case forms of code points, as {@code positionCaseInsensitiveUTF8} and {@code ILIKE '%needle%'}. */
    public static Substring ignoringCase(byte[] needle) {
        if (needle.length == 0) {
            return new EmptyNeedle();
        }
        return foldsWithinAscii(needle) ? new AsciiCaselessSubstring(needle) : new CaselessSubstring(needle);
    }

    /** The first position in [{@code from}, {@code to}] where the needle stands wholly inside the range, or -1. */
    public abstract int indexOf(byte[] bytes, int from, int to);

    /** The end of the needle if it stands exactly at {@code at}, wholly before {@code to}; otherwise -1. */
    public abstract int matchEnd(byte[] bytes, int at, int to);

    /** How often the needle occurs without overlaps, 0 for the empty needle ({@code countSubstrings}). */
    public int count(byte[] bytes, int from, int to) {
        int count = 0;
        int at = indexOf(bytes, from, to);
        while (at >= 0) {
            count++;
            at = indexOf(bytes, matchEnd(bytes, at, to), to);
        }
        return count;
    }

    /** Sets the bit of every row that contains the needle; other bits are left alone. */
    public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        for (int row = 0; row < rows; row++) {
            if (indexOf(arena, offsets[row], offsets[row + 1]) >= 0) {
                bitmap[row >> 6] |= 1L << row;
            }
        }
    }

    /** No letter outside ASCII folds to one of these bytes: only the Kelvin sign does, to {@code k}. */
    private static boolean foldsWithinAscii(byte[] needle) {
        for (byte b : needle) {
            if (b < 0 || (b | 0x20) == 'k') {
                return false;
            }
        }
        return Utf8.isValid(needle, 0, needle.length);
    }
}
