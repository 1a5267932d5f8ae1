package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order. */
public final class BigEndian {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    public static void putShort(ByteSink out, int value) {
        int at = out.reserve(2);
        SHORT.set(out.array(), at, (short) value);
        out.advanceTo(at + 2);
    }

    public static void putInt(ByteSink out, int value) {
        int at = out.reserve(4);
        INT.set(out.array(), at, value);
        out.advanceTo(at + 4);
    }

    public static void putLong(ByteSink out, long value) {
        int at = out.reserve(8);
        LONG.set(out.array(), at, value);
        out.advanceTo(at + 8);
    }

    /** Overwrites four bytes that were reserved for a length. */
    public static void patchInt(ByteSink out, int at, int value) {
        INT.set(out.array(), at, value);
    }

    public static short getShort(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    public static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    public static long getLong(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
