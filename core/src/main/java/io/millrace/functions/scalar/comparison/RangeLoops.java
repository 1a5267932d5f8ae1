package io.millrace.functions.scalar.comparison;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Which values of a column lie in {@code [low, low + span]}, as a bitmap: every comparison of integers with a constant is such a test. There are no
 * branches; {@code flip} is all ones for the opposite answer.
 *
 * <p>{@code span} is a number without sign. Bits past the last row are zero.
 */
final class RangeLoops {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long GATHER = 0x0102040810204080L;
    /** Rows that are compared into bytes before these become bits. */
    private static final int CHUNK = 2048;

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
        byte[] marks = newMarks(rows);
        for (int from = 0; from < rows; from += CHUNK) {
            int count = Math.min(CHUNK, rows - from);
            mark(values, from, count, low, span, marks);
            pack(marks, from, count, flip, bitmap);
        }
    }

    static void ints(int[] values, int low, int span, int rows, long flip, long[] bitmap) {
        byte[] marks = newMarks(rows);
        for (int from = 0; from < rows; from += CHUNK) {
            int count = Math.min(CHUNK, rows - from);
            mark(values, from, count, low, span, marks);
            pack(marks, from, count, flip, bitmap);
        }
    }

    static void longs(long[] values, long low, long span, int rows, long flip, long[] bitmap) {
        byte[] marks = newMarks(rows);
        for (int from = 0; from < rows; from += CHUNK) {
            int count = Math.min(CHUNK, rows - from);
            mark(values, from, count, low, span, marks);
            pack(marks, from, count, flip, bitmap);
        }
    }

    private static byte[] newMarks(int rows) {
        return new byte[Math.min(CHUNK, rows + 63 & ~63)];
    }

    // One byte for each row, 1 if it is inside. The arithmetic is that of long also for narrow values: the compiler
    // makes vectors of that, but not of
    // narrower arithmetic whose result is stored as a byte.

    private static void mark(short[] values, int from, int count, long low, int span, byte[] marks) {
        long limit = (span & 0xFFFFL) + 1;
        for (int i = 0; i < count; i++) {
            marks[i] = (byte) ((values[from + i] - low & 0xFFFFL) - limit >>> 63);
        }
    }

    private static void mark(int[] values, int from, int count, int low, int span, byte[] marks) {
        long limit = (span & 0xFFFF_FFFFL) + 1;
        for (int i = 0; i < count; i++) {
            marks[i] = (byte) ((values[from + i] - low & 0xFFFF_FFFFL) - limit >>> 63);
        }
    }

    /** The highest bit of the bracket is the borrow of {@code span - x}. */
    private static void mark(long[] values, int from, int count, long low, long span, byte[] marks) {
        for (int i = 0; i < count; i++) {
            long x = values[from + i] - low;
            marks[i] = (byte) (1 ^ (~span & x | (~span | x) & (span - x)) >>> 63);
        }
    }

    /** Bits from marks; {@code from} is a multiple of 64, as are all counts but the last. */
    private static void pack(byte[] marks, int from, int count, long flip, long[] bitmap) {
        int first = from >>> 6;
        int words = count + 63 >>> 6;
        for (int word = 0; word < words; word++) {
            long bits = 0;
            for (int j = 0; j < 8; j++) {
                bits |= (long) LONG.get(marks, (word << 6) + 8 * j) * GATHER >>> 56 << 8 * j;
            }
            bitmap[first + word] = bits ^ flip;
        }
        if ((count & 63) != 0) {
            bitmap[first + words - 1] &= (1L << count) - 1;
        }
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
