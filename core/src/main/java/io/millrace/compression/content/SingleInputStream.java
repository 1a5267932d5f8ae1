package io.millrace.compression.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A decoder that stops at the end of one stream: what follows it would be lost without a word, so it is refused. The decoder itself notices what it has
 * read ahead. Not thread-safe.
 */
final class SingleInputStream extends FilterInputStream {
    private final InputStream coded;

    /**
     * @param raw the decoder
     * @param coded what it reads from
     */
    SingleInputStream(InputStream raw, InputStream coded) {
        super(raw);
        this.coded = coded;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        checkEnd(value);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        checkEnd(count);
        return count;
    }

    private void checkEnd(int got) throws IOException {
        if (got < 0 && coded.read() >= 0) {
            throw new IOException("bytes follow the end of the stream; a body can have only one");
        }
    }
}
