package io.millrace.functions.scalar.search;

import io.millrace.data.column.Bitmaps;

/** Operations on bitmaps of rows. */
final class Selections {
    private Selections() {}

    static void invert(long[] bitmap, int rows) {
        int words = Bitmaps.words(rows);
        for (int i = 0; i < words; i++) {
            bitmap[i] = ~bitmap[i];
        }
        if ((rows & 63) != 0) {
            bitmap[words - 1] &= (1L << rows) - 1;
        }
    }
}
