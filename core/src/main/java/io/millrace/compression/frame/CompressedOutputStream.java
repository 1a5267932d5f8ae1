package io.millrace.compression.frame;

import io.millrace.base.io.ByteSink;
import io.millrace.compression.codec.Codec;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A stream that leaves as compressed blocks: a reply with {@code compress=1}.
 *
 * <p>Not thread-safe. A block is written when it is full and at {@link #flush}; there is no end mark. {@link #close}
 * closes the stream below.
 */
public final class CompressedOutputStream extends OutputStream {
    /** ClickHouse's {@code max_compress_block_size}. */
    public static final int DEFAULT_BLOCK_BYTES = 1 << 20;

    private final OutputStream out;
    private final Codec codec;
    private final int blockBytes;
    private final CompressedFrameWriter writer = new CompressedFrameWriter();
    private final ByteSink sink = new ByteSink();
    private byte[] block;
    private int filled;

    public CompressedOutputStream(OutputStream out, Codec codec) {
        this(out, codec, DEFAULT_BLOCK_BYTES);
    }

    public CompressedOutputStream(OutputStream out, Codec codec, int blockBytes) {
        this.out = out;
        this.codec = codec;
        this.blockBytes = blockBytes;
        this.block = new byte[Math.min(blockBytes, 8 << 10)];
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == block.length) {
            growOrEmit();
        }
        block[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int off, int len) throws IOException {
        Objects.checkFromIndexSize(off, len, source.length);
        int from = off;
        int rest = len;
        while (rest > 0) {
            if (filled == 0 && rest >= blockBytes) {
                emit(source, from, blockBytes);
                from += blockBytes;
                rest -= blockBytes;
                continue;
            }
            if (filled == block.length) {
                growOrEmit();
            }
            int count = Math.min(rest, block.length - filled);
            System.arraycopy(source, from, block, filled, count);
            filled += count;
            from += count;
            rest -= count;
        }
    }

    private void growOrEmit() throws IOException {
        if (block.length < blockBytes) {
            block = Arrays.copyOf(block, Math.min(blockBytes, 2 * block.length));
        } else {
            emit(block, 0, filled);
            filled = 0;
        }
    }

    private void emit(byte[] raw, int off, int len) throws IOException {
        sink.clear();
        int size = writer.writeBlock(raw, off, len, codec, sink);
        out.write(sink.array(), 0, size);
    }

    @Override
    public void flush() throws IOException {
        emit(block, 0, filled);
        filled = 0;
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
