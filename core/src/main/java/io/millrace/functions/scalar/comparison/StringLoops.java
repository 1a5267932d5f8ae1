package io.millrace.functions.scalar.comparison;

import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.StringColumn;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Comparisons of a string column with one text, as a bitmap: lengths first, then whole words, which the padding of the arena allows. */
final class StringLoops {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle ORDERED = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private StringLoops() {}

    static void equal(byte[] bytes, int[] offsets, byte[] text, int rows, long flip, long[] bitmap) {
        if (text.length == 0) {
            empty(offsets, rows, flip, bitmap);
        } else if (text.length <= 8) {
            shortText(bytes, offsets, text, rows, flip, bitmap);
        } else {
            longText(bytes, offsets, text, rows, flip, bitmap);
        }
    }

    /** Lengths alone. */
    private static void empty(int[] offsets, int rows, long flip, long[] bitmap) {
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int to = Math.min(rows, from + 64);
            long bits = 0;
            for (int i = from; i < to; i++) {
                bits |= (long) (offsets[i + 1] - offsets[i] - 1 >>> 31) << i;
            }
            bitmap[word] = bits ^ flip;
        }
        PairLoops.cut(bitmap, rows);
    }

    /** One masked word. */
    private static void shortText(byte[] bytes, int[] offsets, byte[] text, int rows, long flip, long[] bitmap) {
        int length = text.length;
        long mask = -1L >>> 64 - 8 * length;
        long wanted = (long) LONG.get(Arrays.copyOf(text, 8), 0);
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int to = Math.min(rows, from + 64);
            long bits = 0;
            for (int i = from; i < to; i++) {
                long difference =
                        ((long) LONG.get(bytes, offsets[i]) ^ wanted) & mask | offsets[i + 1] - offsets[i] - length;
                bits |= (difference == 0 ? 1L : 0L) << i;
            }
            bitmap[word] = bits ^ flip;
        }
        PairLoops.cut(bitmap, rows);
    }

    private static void longText(byte[] bytes, int[] offsets, byte[] text, int rows, long flip, long[] bitmap) {
        int length = text.length;
        long first = (long) LONG.get(text, 0);
        long last = (long) LONG.get(text, length - 8);
        int words = Bitmaps.words(rows);
        for (int word = 0; word < words; word++) {
            int from = word << 6;
            int to = Math.min(rows, from + 64);
            long bits = 0;
            for (int i = from; i < to; i++) {
                int at = offsets[i];
                if (offsets[i + 1] - at == length
                        && (long) LONG.get(bytes, at) == first
                        && (long) LONG.get(bytes, at + length - 8) == last
                        && Arrays.equals(bytes, at, at + length, text, 0, length)) {
                    bits |= 1L << i;
                }
            }
            bitmap[word] = bits ^ flip;
        }
        PairLoops.cut(bitmap, rows);
    }

    /** Less or greater: the first eight bytes decide nearly always. */
    static void ordered(Operator operator, StringColumn strings, byte[] text, int rows, long[] bitmap) {
        byte[] bytes = strings.bytes();
        int[] offsets = strings.offsets();
        long wanted = (long) ORDERED.get(Arrays.copyOf(text, Math.max(8, text.length)), 0);
        Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
        for (int i = 0; i < rows; i++) {
            int at = offsets[i];
            int end = offsets[i + 1];
            long prefix = (long) ORDERED.get(bytes, at);
            prefix = end - at >= 8 ? prefix : end == at ? 0 : prefix & -1L << 64 - 8 * (end - at);
            int outcome = prefix != wanted
                    ? Long.compareUnsigned(prefix, wanted)
                    : Arrays.compareUnsigned(bytes, at, end, text, 0, text.length);
            if (operator.holds(outcome)) {
                Bitmaps.set(bitmap, i);
            }
        }
    }
}
