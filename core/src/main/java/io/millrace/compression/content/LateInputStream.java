package io.millrace.compression.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a decoder that reads as soon as it is made only when it is asked for bytes, and not at all over an empty stream.
 * Not thread-safe.
 */
final class LateInputStream extends InputStream {
    private final PushbackInputStream coded;
    private final Opener opener;
    private @Nullable InputStream opened;
    private boolean empty;

    /** Makes the decoder. */
    interface Opener {
        InputStream open(InputStream coded) throws IOException;
    }

    LateInputStream(InputStream coded, Opener opener) {
        this.coded = new PushbackInputStream(coded);
        this.opener = opener;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        if (opened == null && !empty) {
            int first = coded.read();
            if (first < 0) {
                empty = true;
            } else {
                coded.unread(first);
                opened = opener.open(coded);
            }
        }
        return opened == null ? -1 : opened.read(target, off, len);
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
        coded.close();
    }
}
