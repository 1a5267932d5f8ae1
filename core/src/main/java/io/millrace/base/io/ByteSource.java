package io.millrace.base.io;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.memory.MemoryTracker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to read: a window over an array that is refilled from a stream when there is one; integers little-endian.
 *
 * <p>Not thread-safe. Parsers that scan by themselves use {@link #array}, {@link #position}, {@link #limit}, {@link #seek} and
 * {@link #fill}. Every read past the end is ATTEMPT_TO_READ_AFTER_EOF; lengths are checked against what really arrives before anything of
 * that size is allocated, and a window that grows is charged to a budget ({@link #chargeTo}).
 */
public final class ByteSource {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHUNK_BYTES = 1 << 16;
    private static final InputStream NOTHING = InputStream.nullInputStream();

    private final InputStream stream;
    private byte[] bytes;
    private int position;
    private int limit;
    private long consumedBefore;
    private MemoryTracker budget = MemoryTracker.root("input", 0);
    private long chargedBytes;

    private ByteSource(InputStream stream, byte[] bytes, int position, int limit) {
        this.stream = stream;
        this.bytes = bytes;
        this.position = position;
        this.limit = limit;
    }

    public static ByteSource of(byte[] bytes) {
        return new ByteSource(NOTHING, bytes, 0, bytes.length);
    }

    public static ByteSource of(byte[] bytes, int from, int to) {
        return new ByteSource(NOTHING, bytes, from, to);
    }

    /** Reads from {@code stream}, which stays the caller's to close. */
    public static ByteSource of(InputStream stream) {
        return new ByteSource(stream, new byte[CHUNK_BYTES], 0, 0);
    }

    /** Bytes already taken from the stream, then the rest of it: the data of an INSERT after its head. */
    public static ByteSource of(byte[] head, int from, int to, InputStream rest) {
        byte[] copy = Arrays.copyOfRange(head, from, Math.max(to, from + CHUNK_BYTES));
        return new ByteSource(rest, copy, 0, to - from);
    }

    /**
     * Whose budget pays from now on for a window that grows, until the budget is closed: for what has to be in memory at once. By default nobody's.
     *
     * @return this source
     */
    public ByteSource chargeTo(MemoryTracker payer) {
        budget = payer;
        return this;
    }

    /** What readers charge that hold more than the window. */
    public MemoryTracker budget() {
        return budget;
    }

    public byte[] array() {
        return bytes;
    }

    public int position() {
        return position;
    }

    /** End of the bytes that are in the window now. */
    public int limit() {
        return limit;
    }

    /** Moves the position inside the window. */
    public void seek(int newPosition) {
        position = newPosition;
    }

    public int available() {
        return limit - position;
    }

    /** Bytes read so far since the beginning. */
    public long consumed() {
        return consumedBefore + position;
    }

    /** True when nothing is left in the window or the stream. */
    public boolean atEnd() {
        return position == limit && !fill();
    }

    /**
     * Keeps the unread bytes (moved to the front), reads more behind them, growing the window if it is full.
     *
     * @return false if the stream has ended and nothing was added
     */
    public boolean fill() {
        if (stream == NOTHING) {
            return false; // the array is the caller's: nothing is moved in it
        }
        if (position > 0) {
            System.arraycopy(bytes, position, bytes, 0, limit - position);
            consumedBefore += position;
            limit -= position;
            position = 0;
        }
        if (limit == bytes.length) {
            if (bytes.length >= Integer.MAX_VALUE / 2) {
                throw new DbException(
                        ErrorCode.TOO_LARGE_STRING_SIZE,
                        "More than 1 GiB of the input would have to be in memory at once: a single value, or a file whose description"
                                + " stands at its end");
            }
            grow(Math.max(CHUNK_BYTES, bytes.length * 2));
        }
        try {
            int count = stream.read(bytes, limit, bytes.length - limit);
            if (count <= 0) {
                return false;
            }
            limit += count;
            return true;
        } catch (IOException e) {
            throw new DbException(ErrorCode.CANNOT_READ_ALL_DATA, "Cannot read the input: " + e.getMessage(), e);
        }
    }

    private void grow(int size) {
        budget.reserve(size);
        bytes = Arrays.copyOf(bytes, size);
        budget.release(chargedBytes);
        chargedBytes = size;
    }

    /**
     * Gives the window away: the caller keeps its array, which is not written to any more. What lies behind {@code end} is moved to a new window.
     *
     * @param capacity of the new window
     * @return the array; its bytes from {@link #position} to {@code end} are the caller's
     */
    public byte[] detach(int end, int capacity) {
        byte[] given = bytes;
        int rest = limit - end;
        boolean more = rest > 0 && stream != NOTHING;
        bytes = Arrays.copyOfRange(given, end, end + (more ? Math.max(rest + CHUNK_BYTES, capacity) : rest));
        consumedBefore += end;
        position = 0;
        limit = rest;
        return given;
    }

    /** Makes at least {@code count} bytes available in the window. */
    public void require(int count) {
        while (limit - position < count) {
            if (!fill()) {
                throw new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
            }
        }
    }

    public byte getByte() {
        if (position == limit) {
            require(1);
        }
        return bytes[position++];
    }

    public short getShort() {
        require(2);
        short value = (short) SHORT.get(bytes, position);
        position += 2;
        return value;
    }

    public int getInt() {
        require(4);
        int value = (int) INT.get(bytes, position);
        position += 4;
        return value;
    }

    public long getLong() {
        require(8);
        long value = (long) LONG.get(bytes, position);
        position += 8;
        return value;
    }

    public float getFloat() {
        return Float.intBitsToFloat(getInt());
    }

    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /** Unsigned LEB128, at most ten bytes. */
    public long getVarint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte b = getByte();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new DbException(ErrorCode.INCORRECT_DATA, "A variable-length integer of more than ten bytes");
    }

    /** A varint that must be a sensible size in memory: at most {@code max}. */
    public int getSize(int max) {
        long size = getVarint();
        if (size < 0 || size > max) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large size in the input: " + size + ", maximum: " + max);
        }
        return (int) size;
    }

    /** As {@link #getSize}, but written as eight bytes. */
    public int getSizeOfLong(int max) {
        long size = getLong();
        if (size < 0 || size > max) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large size in the input: " + size + ", maximum: " + max);
        }
        return (int) size;
    }

    /** Copies {@code count} bytes to {@code target}. */
    public void get(byte[] target, int offset, int count) {
        int done = 0;
        while (done < count) {
            if (position == limit && !fill()) {
                throw new DbException(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
            }
            int step = Math.min(count - done, limit - position);
            System.arraycopy(bytes, position, target, offset + done, step);
            position += step;
            done += step;
        }
    }

    /** A string as in ClickHouse's binary forms: varint length, then UTF-8 bytes. */
    public String getString() {
        int length = getSize(1 << 30);
        require(length);
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
