package io.millrace.compression.content;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A decoded stream that stops when it grows beyond {@link ExpansionLimits}, and gives errors of libraries our form. Not
 * thread-safe.
 */
final class GuardedInputStream extends InputStream {
    private static final int MAX_READ = 1 << 20;

    private final InputStream raw;
    private final Counted coded;
    private final ExpansionLimits limits;
    private final ContentCoding coding;
    private final byte[] single = new byte[1];
    private long produced;

    GuardedInputStream(InputStream raw, Counted coded, ExpansionLimits limits, ContentCoding coding) {
        this.raw = raw;
        this.coded = coded;
        this.limits = limits;
        this.coding = coding;
    }

    @Override
    public int read() throws IOException {
        int count = read(single, 0, 1);
        return count < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        int count;
        try {
            count = raw.read(target, off, Math.min(len, MAX_READ));
        } catch (IOException e) {
            // What the stream below could not deliver is no fault of the coding.
            if (coded.failure != null) {
                throw coded.failure;
            }
            throw coding.malformed(e);
        }
        if (count > 0) {
            produced += count;
            check();
        }
        return count;
    }

    private void check() {
        boolean ratio = produced > limits.freeBytes() && produced / limits.maxRatio() > coded.count;
        if (ratio || produced > limits.maxBytes()) {
            throw new DbException(
                    ErrorCode.TOO_MANY_BYTES,
                    "A " + coding.httpName() + " stream of " + coded.count + " bytes makes more than " + produced
                            + " bytes of data, which is more than is allowed: most likely it was built to exhaust memory");
        }
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    /** Counts the coded bytes that were taken. */
    static final class Counted extends FilterInputStream {
        private long count;
        private @Nullable IOException failure;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                int value = in.read();
                count += value < 0 ? 0 : 1;
                return value;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int off, int len) throws IOException {
            try {
                int got = in.read(target, off, len);
                count += Math.max(0, got);
                return got;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
