package io.millrace.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Passes a result on but holds back its last bytes: a server that fails in the middle of a result ends it with a frame
 * that tells why, which is not for the user's file. Not thread-safe.
 */
final class ResultTail extends OutputStream {
    /** The longest frame. */
    private static final int HELD_BYTES = 16_384;

    private final OutputStream out;
    private final String mark;
    private final byte[] held = new byte[2 * HELD_BYTES];
    private int size;

    /**
     * @param tag of {@code X-ClickHouse-Exception-Tag}; empty if the server announced none
     */
    ResultTail(OutputStream out, String tag) {
        this.out = out;
        this.mark = "\r\n__exception__\r\n" + tag + "\r\n";
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        if (length >= HELD_BYTES) {
            out.write(held, 0, size);
            out.write(source, offset, length - HELD_BYTES);
            System.arraycopy(source, offset + length - HELD_BYTES, held, 0, HELD_BYTES);
            size = HELD_BYTES;
            return;
        }
        if (size + length > held.length) {
            int surplus = size + length - HELD_BYTES;
            out.write(held, 0, surplus);
            System.arraycopy(held, surplus, held, 0, size - surplus);
            size -= surplus;
        }
        System.arraycopy(source, offset, held, size, length);
        size += length;
    }

    /** The error in the frame at the end; it is no longer part of the result then. */
    Optional<String> exception() {
        String text = new String(held, 0, size, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(mark);
        int end = text.lastIndexOf('\n', text.lastIndexOf("\r\n__exception__\r\n") - 1);
        if (at < 0 || end < at + mark.length()) {
            return Optional.empty();
        }
        int from = at + mark.length();
        String message = new String(held, from, end - from, StandardCharsets.UTF_8);
        size = at;
        return Optional.of(message);
    }

    /** Passes on what is held. */
    void finish() throws IOException {
        out.write(held, 0, size);
        size = 0;
    }
}
