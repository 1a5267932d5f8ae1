package io.millrace.base.text.search;

import java.util.Arrays;

/** The empty needle, which stands everywhere and counts nowhere. */
final class EmptyNeedle extends Substring {
    @Override
    public int indexOf(byte[] bytes, int from, int to) {
        return from;
    }

    @Override
    public int matchEnd(byte[] bytes, int at, int to) {
        return at;
    }

    @Override
    public int count(byte[] bytes, int from, int to) {
        return 0;
    }

    @Override
    public void matchRows(byte[] arena, int[] offsets, int rows, long[] bitmap) {
        Arrays.fill(bitmap, 0, rows >> 6, -1L);
        if ((rows & 63) != 0) {
            bitmap[rows >> 6] |= (1L << rows) - 1;
        }
    }
}
