package io.millrace.functions.scalar.comparison;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Which values of a column lie in {@code [low, low + span]}, as a bitmap: every comparison of integers with a constant is such a test. A word of 64 rows is
 * built in a register without branches; {@code flip} is all ones for the opposite answer.
 *
 * <p>{@code span} is a number without sign. Bits past the last row are zero.
 */
final class RangeLoops {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long GATHER = 0x0102040810204080L;

    private RangeLoops() {}

    /** Eight rows at a time in one register. */
    static void bytes(byte[] values, int low, int span, int rows, long flip, long[] bitmap) {
        long lows = (low & 0xFFL) * ONES;
        long spans = (span & 0xFFL) * ONES;
        int full = rows >>> 6;
        for (int word = 0; word < full; word++) {
            long bits = 0;
            for (int j = 0; j < 8; j++) {
                long x = (long) LONG.get(values, (word << 6) + 8 * j);
                long distance = (x | HIGHS) - (lows & ~HIGHS) ^ (x ^ ~lows) & HIGHS;
                long room = (spans | HIGHS) - (distance & ~HIGHS);
                long inside = (spans & ~distance | ~(spans ^ distance) & room) & HIGHS;
                bits |= (inside >>> 7) * GATHER >>> 56 << 8 * j;
            }
            bitmap[word] = bits ^ flip;
        }
        long rest = 0;
        for (int i = full << 6; i < rows; i++) {
            rest |= (long) (((values[i] - low & 0xFF) - (span & 0xFF) - 1) >>> 31) << i;
        }
        finish(bitmap, rows, rest, flip);
    }

    static void shorts(short[] values, int low, int span, int rows, long flip, long[] bitmap) {
        int limit = (span & 0xFFFF) + 1;
        int full = rows >>> 6;
        for (int word = 0; word < full; word++) {
            int from = word << 6;
            long bits = 0;
            for (int j = 0; j < 64; j++) {
                bits |= (long) ((values[from + j] - low & 0xFFFF) - limit >>> 31) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        long rest = 0;
        for (int i = full << 6; i < rows; i++) {
            rest |= (long) ((values[i] - low & 0xFFFF) - limit >>> 31) << i;
        }
        finish(bitmap, rows, rest, flip);
    }

    static void ints(int[] values, int low, int span, int rows, long flip, long[] bitmap) {
        long limit = (span & 0xFFFF_FFFFL) + 1;
        int full = rows >>> 6;
        for (int word = 0; word < full; word++) {
            int from = word << 6;
            long bits = 0;
            for (int j = 0; j < 64; j++) {
                bits |= (values[from + j] - low & 0xFFFF_FFFFL) - limit >>> 63 << j;
            }
            bitmap[word] = bits ^ flip;
        }
        long rest = 0;
        for (int i = full << 6; i < rows; i++) {
            rest |= (values[i] - low & 0xFFFF_FFFFL) - limit >>> 63 << i;
        }
        finish(bitmap, rows, rest, flip);
    }

    static void longs(long[] values, long low, long span, int rows, long flip, long[] bitmap) {
        long limit = span + Long.MIN_VALUE;
        long shift = low + Long.MIN_VALUE;
        int full = rows >>> 6;
        for (int word = 0; word < full; word++) {
            int from = word << 6;
            long bits = 0;
            for (int j = 0; j < 64; j++) {
                bits |= (values[from + j] - shift <= limit ? 1L : 0L) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        long rest = 0;
        for (int i = full << 6; i < rows; i++) {
            rest |= (values[i] - shift <= limit ? 1L : 0L) << i;
        }
        finish(bitmap, rows, rest, flip);
    }

    /** NaN is in no range. */
    static void doubles(double[] values, double low, double high, int rows, long flip, long[] bitmap) {
        int full = rows >>> 6;
        for (int word = 0; word < full; word++) {
            int from = word << 6;
            long bits = 0;
            for (int j = 0; j < 64; j++) {
                double x = values[from + j];
                bits |= ((x >= low ? 1L : 0L) & (x <= high ? 1L : 0L)) << j;
            }
            bitmap[word] = bits ^ flip;
        }
        long rest = 0;
        for (int i = full << 6; i < rows; i++) {
            rest |= (values[i] >= low && values[i] <= high ? 1L : 0L) << i;
        }
        finish(bitmap, rows, rest, flip);
    }

    /** The last, incomplete word. */
    private static void finish(long[] bitmap, int rows, long rest, long flip) {
        if ((rows & 63) != 0) {
            bitmap[rows >>> 6] = (rest ^ flip) & (1L << rows) - 1;
        }
    }
}
