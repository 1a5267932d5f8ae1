package io.millrace.compression.content;

import io.millrace.compression.codec.Snappy;
import java.io.IOException;
import java.io.OutputStream;

/** Codes blocks of snappy in Hadoop's frame. Not thread-safe. */
final class SnappyOutputStream extends OutputStream {
    private static final int BLOCK = 256 << 10;

    private final OutputStream out;
    private final byte[] block = new byte[BLOCK];
    private int size;
    private boolean closed;

    SnappyOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        if (size == BLOCK) {
            endBlock();
        }
        block[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (size == BLOCK) {
                endBlock();
            }
            int step = Math.min(length - done, BLOCK - size);
            System.arraycopy(source, offset + done, block, size, step);
            size += step;
            done += step;
        }
    }

    private void endBlock() throws IOException {
        if (size > 0) {
            byte[] coded = Snappy.compress(block, size);
            putInt(size);
            putInt(coded.length);
            out.write(coded);
            size = 0;
        }
    }

    private void putInt(int value) throws IOException {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
    }

    @Override
    public void flush() throws IOException {
        endBlock();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            endBlock();
            out.close();
        }
    }
}
