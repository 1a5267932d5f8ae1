package io.millrace.compression.frame;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * The raw bytes of a stream of compressed blocks: a request body with {@code decompress=1}.
 *
 * <p>Not thread-safe. Blocks are decoded one at a time as they are asked for. Damaged blocks are {@link DbException}s
 * with the codes of
 * {@link CompressedFrameReader#next}; {@link IOException} is left to the stream below, which {@link #close} closes.
 */
public final class CompressedInputStream extends InputStream {
    private static final int FIRST_CAPACITY = 64 << 10;

    private final InputStream in;
    private final FrameDecoder decoder;
    private byte[] frame = new byte[FIRST_CAPACITY];
    private int position;
    private int limit;
    private boolean ended;

    public CompressedInputStream(InputStream in, FrameLimits limits) {
        this.in = in;
        this.decoder = new FrameDecoder(limits);
    }

    @Override
    public int read() throws IOException {
        return fill() ? decoder.raw()[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, target.length);
        if (len == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(len, limit - position);
        System.arraycopy(decoder.raw(), position, target, off, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            if (ended) {
                return false;
            }
            int got = readFully(0, FrameDecoder.PROLOGUE);
            if (got == 0) {
                ended = true;
                return false;
            }
            checkComplete(got, FrameDecoder.PROLOGUE);
            int size = decoder.frameSize(frame, 0);
            got = readFully(FrameDecoder.PROLOGUE, size);
            checkComplete(got, size);
            decoder.decode(frame, 0, size);
            position = 0;
            limit = decoder.rawSize();
        }
        return true;
    }

    /**
     * Reads until {@code to} bytes are there or the stream ends; memory grows only as bytes arrive. Returns how many
     * there are.
     */
    private int readFully(int from, int to) throws IOException {
        int have = from;
        while (have < to) {
            if (have == frame.length) {
                frame = Arrays.copyOf(frame, (int) Math.min(to, 2L * frame.length));
            }
            int got = in.read(frame, have, Math.min(to, frame.length) - have);
            if (got < 0) {
                break;
            }
            have += got;
        }
        return have;
    }

    private static void checkComplete(int available, int needed) {
        if (available < needed) {
            throw new DbException(
                    ErrorCode.CANNOT_READ_ALL_DATA,
                    "Cannot read all data of a compressed block. Bytes read: " + available + ". Bytes expected: "
                            + needed);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
