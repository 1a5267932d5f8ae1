package io.millrace.base.text.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time in one long: the word operations of the search loops. Stateless. */
public final class Swar {
    public static final long ONES = 0x0101010101010101L;
    public static final long HIGHS = 0x8080808080808080L;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Swar() {}

    /** Eight bytes, the first in the lowest bits; {@code at + 8} must not pass the array. */
    public static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** The byte in all eight places. */
    public static long spread(int b) {
        return (b & 0xFF) * ONES;
    }

    /** High bits of the zero bytes of {@code x}; exact for the lowest one, bytes above it may be falsely marked. */
    public static long zeroBytes(long x) {
        return (x - ONES) & ~x & HIGHS;
    }

    /** The byte place of the lowest mark. */
    public static int firstMark(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
