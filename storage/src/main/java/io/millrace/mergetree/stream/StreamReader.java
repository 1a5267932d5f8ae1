package io.millrace.mergetree.stream;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.hash.LittleEndian;
import io.millrace.mergetree.mark.Marks;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A position in the raw bytes of a stream, which go on over compressed blocks; a value may lie in two of them. Numbers are copied in bulk into arrays.
 *
 * <p>Not thread-safe.
 */
public final class StreamReader {
    /** Short integers that are looked for ahead at most. */
    private static final int MOST_SHORT = 1024;

    private final FrameSource frames;
    private final Marks marks;
    private final byte[] spanning = new byte[8];
    private long frame;
    private int position;

    /** @param marks of this stream; may be empty for streams that are only read from their beginning */
    public StreamReader(FrameSource frames, Marks marks) {
        this.frames = frames;
        this.marks = marks;
    }

    /** Goes to the beginning of a granule. */
    void seekMark(int mark) {
        seek(marks.block(mark), marks.inBlock(mark));
    }

    void seek(long newFrame, int inBlock) {
        frame = newFrame;
        position = inBlock;
    }

    long frame() {
        return frame;
    }

    int position() {
        return position;
    }

    /** Makes bytes available behind the position and returns how many; reads on in the next block if this one is used up. */
    private int available() {
        if (!frames.isLoaded(frame)) {
            frames.require(frame);
        }
        while (position >= frames.rawSize()) {
            position -= frames.rawSize();
            frame = frames.next();
            frames.require(frame);
        }
        return frames.rawSize() - position;
    }

    /** False when the stream has no more bytes. */
    private boolean hasMore() {
        while (true) {
            if (!frames.load(frame)) {
                return false;
            }
            if (position < frames.rawSize()) {
                return true;
            }
            position -= frames.rawSize();
            frame = frames.next();
        }
    }

    int getByte() {
        available();
        return frames.raw()[position++] & 0xFF;
    }

    long getLong() {
        if (available() >= 8) {
            long value = LittleEndian.getLong(frames.raw(), position);
            position += 8;
            return value;
        }
        get(spanning, 0, 8);
        return LittleEndian.getLong(spanning, 0);
    }

    long getVarint() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int b = getByte();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new DbException(ErrorCode.INCORRECT_DATA, "A variable-length integer of more than ten bytes");
    }

    /** How many integers of one byte follow in the block that is loaded; they lie in {@link #loaded} from {@link #position} on. */
    int shortVarints() {
        if (!hasMore()) {
            return 0;
        }
        byte[] raw = frames.raw();
        int end = Math.min(frames.rawSize(), position + MOST_SHORT);
        int at = position;
        while (at < end && raw[at] >= 0) {
            at++;
        }
        return at - position;
    }

    /** The raw bytes of the block that is loaded. */
    byte[] loaded() {
        return frames.raw();
    }

    /** A length that must fit in memory. */
    int getSize() {
        return checkedSize(getVarint());
    }

    static int checkedSize(long size) {
        if (size < 0 || size > Integer.MAX_VALUE - 1024) {
            throw new DbException(ErrorCode.CORRUPTED_DATA, "A stream holds the impossible length " + size);
        }
        return (int) size;
    }

    void get(byte[] target, int at, int count) {
        int done = 0;
        while (done < count) {
            if (frames.isLoaded(frame) && position >= frames.rawSize()) {
                position -= frames.rawSize();
                frame = frames.next();
            }
            int direct = position == 0 ? frames.loadInto(frame, target, at + done, count - done) : -1;
            if (direct >= 0) {
                frame = frames.next();
                done += direct;
                continue;
            }
            int step = Math.min(count - done, available());
            System.arraycopy(frames.raw(), position, target, at + done, step);
            position += step;
            done += step;
        }
    }

    /** Passes over bytes without copying them; blocks in between are not even decoded twice. */
    void skip(long count) {
        long left = count;
        while (left > 0) {
            int step = (int) Math.min(left, available());
            position += step;
            left -= step;
        }
    }

    private ByteBuffer window(int bytes) {
        ByteBuffer window =
                ByteBuffer.wrap(frames.raw(), position, bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
        position += bytes;
        return window;
    }

    /** The lowest {@code width} bytes of the next value, which may lie in two blocks. */
    private long single(int width) {
        get(spanning, 0, width);
        return LittleEndian.get(spanning, 0, width);
    }

    void getShorts(short[] target, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int fit = Math.min(end - at, available() >> 1);
            if (fit == 0) {
                target[at++] = (short) single(2);
            } else {
                window(fit * 2).asShortBuffer().get(target, at, fit);
                at += fit;
            }
        }
    }

    void getInts(int[] target, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int fit = Math.min(end - at, available() >> 2);
            if (fit == 0) {
                target[at++] = (int) single(4);
            } else {
                window(fit * 4).asIntBuffer().get(target, at, fit);
                at += fit;
            }
        }
    }

    void getLongs(long[] target, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int fit = Math.min(end - at, available() >> 3);
            if (fit == 0) {
                target[at++] = single(8);
            } else {
                window(fit * 8).asLongBuffer().get(target, at, fit);
                at += fit;
            }
        }
    }

    void getFloats(float[] target, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int fit = Math.min(end - at, available() >> 2);
            if (fit == 0) {
                target[at++] = Float.intBitsToFloat((int) single(4));
            } else {
                window(fit * 4).asFloatBuffer().get(target, at, fit);
                at += fit;
            }
        }
    }

    void getDoubles(double[] target, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int fit = Math.min(end - at, available() >> 3);
            if (fit == 0) {
                target[at++] = Double.longBitsToDouble(single(8));
            } else {
                window(fit * 8).asDoubleBuffer().get(target, at, fit);
                at += fit;
            }
        }
    }

    /** The bytes from here on, for parsers of values that only themselves know where they end. */
    InputStream asInputStream() {
        return new InputStream() {
            @Override
            public int read() {
                return hasMore() ? getByte() : -1;
            }

            @Override
            public int read(byte[] target, int at, int count) {
                if (!hasMore()) {
                    return -1;
                }
                int step = Math.min(count, StreamReader.this.available());
                get(target, at, step);
                return step;
            }
        };
    }
}
