package io.millrace.data.column;

import java.util.Arrays;

/**
 * Selections of rows as bits: row i is bit {@code i & 63} of word {@code i >> 6}; bits past the last row are zero.
 */
public final class Bitmaps {
    private Bitmaps() {}

    /** Words needed for a number of rows. */
    public static int words(int rows) {
        return (rows + 63) >>> 6;
    }

    /** All rows selected. */
    public static long[] all(int rows) {
        long[] bitmap = new long[words(rows)];
        setAll(bitmap, rows);
        return bitmap;
    }

    /** Sets the bits of the first {@code rows} rows. */
    public static void setAll(long[] bitmap, int rows) {
        int full = rows >>> 6;
        Arrays.fill(bitmap, 0, full, -1L);
        if ((rows & 63) != 0) {
            bitmap[full] = (1L << rows) - 1;
        }
    }

    /** How many of the first {@code rows} bits are set. */
    public static int count(long[] bitmap, int rows) {
        int words = words(rows);
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(bitmap[i]);
        }
        return count;
    }

    public static boolean get(long[] bitmap, int row) {
        return (bitmap[row >>> 6] >>> row & 1) != 0;
    }

    public static void set(long[] bitmap, int row) {
        bitmap[row >>> 6] |= 1L << row;
    }

    /** The numbers of the selected rows, ascending. */
    public static int[] positions(long[] bitmap, int rows, int selected) {
        int[] positions = new int[selected];
        int words = words(rows);
        int at = 0;
        for (int word = 0; word < words; word++) {
            long bits = bitmap[word];
            int base = word << 6;
            while (bits != 0) {
                positions[at++] = base + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
            }
        }
        return positions;
    }

    /** Bits of the rows whose byte is not zero: a UInt8 condition as a selection. */
    public static void ofBytes(byte[] bytes, int rows, long[] bitmap) {
        int words = words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int to = Math.min(rows, from + 64);
            long bits = 0;
            for (int i = from; i < to; i++) {
                bits |= (bytes[i] != 0 ? 1L : 0L) << i;
            }
            bitmap[word] = bits;
        }
    }

    /** Clears the bits of the rows whose byte is not zero: takes NULLs out of a selection. */
    public static void clearWhere(byte[] bytes, int rows, long[] bitmap) {
        int words = words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int to = Math.min(rows, from + 64);
            long bits = 0;
            for (int i = from; i < to; i++) {
                bits |= (bytes[i] != 0 ? 1L : 0L) << i;
            }
            bitmap[word] &= ~bits;
        }
    }

    /** One byte per row, 1 where the bit is set: a selection as a UInt8 column. */
    public static byte[] toBytes(long[] bitmap, int rows) {
        byte[] bytes = new byte[rows];
        for (int i = 0; i < rows; i++) {
            bytes[i] = (byte) (bitmap[i >>> 6] >>> i & 1);
        }
        return bytes;
    }
}
