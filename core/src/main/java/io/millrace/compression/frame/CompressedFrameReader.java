package io.millrace.compression.frame;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ReadFile;

/**
 * Reads compressed blocks of a file or an array at given positions, as marks point at them.
 *
 * <p>Not thread-safe. Buffers are reused: the array of {@link #raw} holds the current block until the next call of
 * {@link #next}; at least 64 bytes behind {@link #rawSize} may be read and mean nothing. The file stays the caller's to
 * close.
 */
public final class CompressedFrameReader {
    private static final int READ_AHEAD = 128 << 10;

    private final ReadFile file;
    private final FrameDecoder decoder;
    private byte[] window = new byte[0];
    /** File position of the first byte of the window. */
    private long windowStart;

    private int windowSize;
    /** The file's size when it was last asked for; files only grow. */
    private long knownSize;

    private long framePosition;
    private long nextPosition;

    public CompressedFrameReader(ReadFile file, FrameLimits limits) {
        this.file = file;
        this.decoder = new FrameDecoder(limits);
    }

    /** Over bytes in memory. */
    public static CompressedFrameReader of(byte[] bytes, FrameLimits limits) {
        return new CompressedFrameReader(new BytesFile(bytes), limits);
    }

    /** The next block to read begins at this position: that of its checksum. */
    public void seek(long position) {
        nextPosition = position;
    }

    /**
     * Reads and decodes the next block.
     *
     * @return false at the end of the file
     * @throws DbException {@code CHECKSUM_DOESNT_MATCH}, {@code CANNOT_DECOMPRESS}, {@code TOO_LARGE_SIZE_COMPRESSED},
     *     {@code UNKNOWN_COMPRESSION_METHOD}, {@code CANNOT_READ_ALL_DATA} if the block is damaged
     */
    public boolean next() {
        int size = fetch();
        if (size == 0) {
            return false;
        }
        decoder.decode(window, (int) (nextPosition - windowStart), size);
        framePosition = nextPosition;
        nextPosition += size;
        return true;
    }

    /**
     * Reads and decodes the next block into an array of the caller's if it has at most {@code room} bytes; {@link #raw} is not touched then.
     *
     * @return the raw size; -1 if the block is larger or the file has ended, and then nothing is read
     * @throws DbException as {@link #next} does
     */
    public int nextInto(byte[] target, int at, int room) {
        int size = fetch();
        if (size == 0) {
            return -1;
        }
        int start = (int) (nextPosition - windowStart);
        int declared = decoder.declaredSize(window, start);
        if (declared > room) {
            return -1;
        }
        decoder.decodeInto(window, start, size, target, at);
        framePosition = nextPosition;
        nextPosition += size;
        return declared;
    }

    /** Brings the next block into the window and returns its size; 0 at the end of the file. */
    private int fetch() {
        int available = require(nextPosition, FrameDecoder.PROLOGUE);
        if (available == 0) {
            return 0;
        }
        checkComplete(available, FrameDecoder.PROLOGUE);
        int size = decoder.frameSize(window, (int) (nextPosition - windowStart));
        checkComplete(require(nextPosition, size), size);
        return size;
    }

    /** The raw bytes of the block, from index 0. */
    public byte[] raw() {
        return decoder.raw();
    }

    public int rawSize() {
        return decoder.rawSize();
    }

    /** Where the block begins. */
    long framePosition() {
        return framePosition;
    }

    /** Where the block after it begins. */
    public long nextPosition() {
        return nextPosition;
    }

    private static void checkComplete(int available, int needed) {
        if (available < needed) {
            throw new DbException(
                    ErrorCode.CANNOT_READ_ALL_DATA,
                    "Cannot read all data of a compressed block. Bytes read: " + available + ". Bytes expected: "
                            + needed);
        }
    }

    /**
     * Brings bytes into the window; returns how many of them there are before the end of the file, at most {@code
     * count}.
     */
    private int require(long position, int count) {
        if (position >= windowStart && position + count <= windowStart + windowSize) {
            return count;
        }
        int kept = 0;
        if (position >= windowStart && position < windowStart + windowSize) {
            kept = (int) (windowStart + windowSize - position);
        }
        if (position + count > knownSize) {
            knownSize = file.size();
        }
        long rest = Math.max(0, knownSize - position);
        // a claimed size never makes the window larger than what the file still holds
        int wanted = (int) Math.min(rest, Math.max(count, READ_AHEAD));
        byte[] target = window.length >= wanted ? window : new byte[wanted];
        if (kept > 0) {
            System.arraycopy(window, windowSize - kept, target, 0, kept);
        }
        window = target;
        windowStart = position;
        windowSize = kept;
        while (windowSize < wanted) {
            int got = file.read(position + windowSize, window, windowSize, wanted - windowSize);
            if (got <= 0) {
                break;
            }
            windowSize += got;
        }
        return Math.min(count, windowSize);
    }

    /** Bytes in memory seen as a file. */
    private static final class BytesFile implements ReadFile {
        private final byte[] bytes;

        BytesFile(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public int read(long fileOffset, byte[] target, int offset, int count) {
            if (fileOffset >= bytes.length) {
                return 0;
            }
            int got = (int) Math.min(count, bytes.length - fileOffset);
            System.arraycopy(bytes, (int) fileOffset, target, offset, got);
            return got;
        }

        @Override
        public void close() {}
    }
}
