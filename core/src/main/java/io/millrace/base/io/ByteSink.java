package io.millrace.base.io;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A growing byte array to write into; all integers little-endian as in ClickHouse's binary forms.
 *
 * <p>Not thread-safe. Hot loops call {@link #reserve} once, write into {@link #array} themselves and then call {@link #advanceTo}.
 */
public final class ByteSink {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final LongConsumer guard;
    private byte[] bytes;
    private int size;

    public ByteSink() {
        this(64);
    }

    public ByteSink(int capacity) {
        this(capacity, growth -> {});
    }

    /** @param guard is told how many bytes an array will have before it is allocated; may refuse by throwing */
    public ByteSink(int capacity, LongConsumer guard) {
        this.guard = guard;
        bytes = new byte[Math.max(16, capacity)];
    }

    /** The backing array; valid up to {@link #size}, replaced when the sink grows. */
    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Forgets the bytes and keeps the array. */
    public void clear() {
        size = 0;
    }

    /** Makes room for {@code count} more bytes and returns the position where they begin. */
    public int reserve(int count) {
        int needed = size + count;
        if (needed > bytes.length || needed < 0) {
            grow(count);
        }
        return size;
    }

    /** Sets the size after bytes were written directly into {@link #array}. */
    public void advanceTo(int newSize) {
        size = newSize;
    }

    private void grow(int count) {
        long needed = (long) size + count;
        if (needed > Integer.MAX_VALUE - 16) {
            throw new DbException(ErrorCode.TOO_LARGE_STRING_SIZE, "A text or a block of bytes is larger than 2 GiB");
        }
        long wanted = Math.max(needed, Math.min((long) bytes.length * 2, Integer.MAX_VALUE - 16));
        guard.accept(wanted);
        bytes = Arrays.copyOf(bytes, (int) wanted);
    }

    public void putByte(int value) {
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) value;
    }

    public void putShort(short value) {
        reserve(2);
        SHORT.set(bytes, size, value);
        size += 2;
    }

    public void putInt(int value) {
        reserve(4);
        INT.set(bytes, size, value);
        size += 4;
    }

    public void putLong(long value) {
        reserve(8);
        LONG.set(bytes, size, value);
        size += 8;
    }

    public void putFloat(float value) {
        putInt(Float.floatToRawIntBits(value));
    }

    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    /** Unsigned LEB128, as ClickHouse's VarUInt. */
    public void putVarint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    public void put(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, size, count);
        size += count;
    }

    public void put(byte[] source) {
        put(source, 0, source.length);
    }

    /** UTF-8 bytes of a text, without its length. */
    public void putText(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A string as in ClickHouse's binary forms: varint length, then bytes. */
    public void putString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putVarint(utf8.length);
        put(utf8);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
