package io.millrace.base.text.search;

import java.util.List;

/**
 * Several needles searched in one text: the {@code multiSearch} functions.
 *
 * <p>Immutable and thread-safe. Every needle is searched on its own, which is fastest for the few needles a query names.
 */
public final class Needles {
    private final Substring[] needles;

    public Needles(List<Substring> needles) {
        this.needles = needles.toArray(Substring[]::new);
    }

    public int size() {
        return needles.length;
    }

    /** Whether any needle occurs ({@code multiSearchAny}). */
    public boolean any(byte[] bytes, int from, int to) {
        return firstIndex(bytes, from, to) != 0;
    }

    /** The 1-based number of the first needle in the list that occurs, or 0 ({@code multiSearchFirstIndex}). */
    public int firstIndex(byte[] bytes, int from, int to) {
        for (int i = 0; i < needles.length; i++) {
            if (needles[i].indexOf(bytes, from, to) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The leftmost byte position of any needle, or -1 ({@code multiSearchFirstPosition} is 1-based from {@code from}). */
    public int firstPosition(byte[] bytes, int from, int to) {
        int best = -1;
        for (Substring needle : needles) {
            int at = needle.indexOf(bytes, from, to);
            if (at >= 0 && (best < 0 || at < best)) {
                best = at;
            }
        }
        return best;
    }

    /** The byte position of each needle, -1 where it does not occur ({@code multiSearchAllPositions}). */
    public void allPositions(byte[] bytes, int from, int to, int[] positions) {
        for (int i = 0; i < needles.length; i++) {
            positions[i] = needles[i].indexOf(bytes, from, to);
        }
    }

    /** Sets the bit of every row that contains any needle; other bits are left alone. */
    public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        for (Substring needle : needles) {
            needle.matchRows(arena, offsets, rows, bitmap);
        }
    }
}
