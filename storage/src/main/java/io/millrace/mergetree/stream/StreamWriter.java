package io.millrace.mergetree.stream;

import io.millrace.base.hash.FileHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.hash.LittleEndian;
import io.millrace.base.io.ByteSink;
import io.millrace.compression.codec.Codec;
import io.millrace.compression.frame.CompressedFrameWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Collects the raw bytes of a stream and writes them as compressed blocks. A block is closed when it is full, in the middle of a value if need be, and
 * at a mark when it has the smallest size that is worth a block. Not thread-safe.
 */
public final class StreamWriter {
    private final HashedFile file;
    private final int minBlockBytes;
    private final int maxBlockBytes;
    private final CompressedFrameWriter frames = new CompressedFrameWriter();
    private final ByteSink compressed = new ByteSink(1 << 16);
    private final FileHash rawHash = new FileHash();
    private Codec codec;
    private byte[] raw = new byte[1 << 12];
    private int filled;
    private long rawBytes;

    public StreamWriter(HashedFile file, Codec codec, int minBlockBytes, int maxBlockBytes) {
        this.file = file;
        this.codec = codec;
        this.minBlockBytes = minBlockBytes;
        this.maxBlockBytes = maxBlockBytes;
    }

    /** The codec of what is written from here on; blocks of another one are closed. */
    public void useCodec(Codec other) {
        if (other != codec) {
            closeBlock();
            codec = other;
        }
    }

    /** Ends the current block at a mark if it is large enough. */
    public void closeLargeBlock() {
        if (filled >= minBlockBytes) {
            closeBlock();
        }
    }

    /** Ends the current block. */
    public void closeBlock() {
        if (filled > 0) {
            rawHash.update(raw, 0, filled);
            compressed.clear();
            frames.writeBlock(raw, 0, filled, codec, compressed);
            file.write(compressed.array(), 0, compressed.size());
            rawBytes += filled;
            filled = 0;
        }
    }

    /** File position of the current block. */
    public long block() {
        return file.size();
    }

    /** Raw bytes in the current block. */
    public int inBlock() {
        return filled;
    }

    /** Raw bytes written, the current block included. */
    public long rawBytes() {
        return rawBytes + filled;
    }

    /** Closes the last block and gives the hash of all raw bytes. */
    public Hash128 finish() {
        closeBlock();
        return rawHash.finish();
    }

    /** Makes room for at least one value of {@code width} bytes and returns for how many of {@code wanted} there is room. */
    private int room(int wanted, int width) {
        if (filled >= maxBlockBytes) {
            closeBlock();
        }
        long needed = Math.min(maxBlockBytes + 64L, filled + (long) wanted * width);
        if (needed > raw.length) {
            raw = java.util.Arrays.copyOf(raw, (int) Math.min(maxBlockBytes + 64L, Math.max(needed, raw.length * 2L)));
        }
        return Math.max(1, Math.min(wanted, (maxBlockBytes - filled) / width));
    }

    void putByte(int value) {
        room(1, 1);
        raw[filled++] = (byte) value;
    }

    void putLong(long value) {
        room(1, 8);
        LittleEndian.putLong(raw, filled, value);
        filled += 8;
    }

    void putVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    void put(byte[] source, int from, int count) {
        int at = from;
        int left = count;
        while (left > 0) {
            int step = room(left, 1);
            System.arraycopy(source, at, raw, filled, step);
            filled += step;
            at += step;
            left -= step;
        }
    }

    private ByteBuffer window(int bytes) {
        ByteBuffer window = ByteBuffer.wrap(raw, filled, bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
        filled += bytes;
        return window;
    }

    void putShorts(short[] source, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int step = room(end - at, 2);
            window(step * 2).asShortBuffer().put(source, at, step);
            at += step;
        }
    }

    void putInts(int[] source, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int step = room(end - at, 4);
            window(step * 4).asIntBuffer().put(source, at, step);
            at += step;
        }
    }

    void putLongs(long[] source, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int step = room(end - at, 8);
            window(step * 8).asLongBuffer().put(source, at, step);
            at += step;
        }
    }

    void putFloats(float[] source, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int step = room(end - at, 4);
            window(step * 4).asFloatBuffer().put(source, at, step);
            at += step;
        }
    }

    void putDoubles(double[] source, int from, int count) {
        int at = from;
        int end = from + count;
        while (at < end) {
            int step = room(end - at, 8);
            window(step * 8).asDoubleBuffer().put(source, at, step);
            at += step;
        }
    }

    /** The lengths between consecutive offsets, as 64-bit numbers. */
    void putLengths(int[] offsets, int from, int to) {
        int row = from;
        while (row < to) {
            int step = room(to - row, 8);
            int at = filled;
            for (int i = 0; i < step; i++) {
                LittleEndian.putLong(raw, at, offsets[row + i + 1] - offsets[row + i]);
                at += 8;
            }
            filled = at;
            row += step;
        }
    }
}
