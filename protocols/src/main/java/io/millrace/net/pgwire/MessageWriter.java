package io.millrace.net.pgwire;

import io.millrace.base.io.ByteSink;
import io.millrace.net.listen.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a server's messages into a buffer that is sent when it is large enough or {@link #flush} asks for it. Not thread-safe.
 */
public final class MessageWriter {
    private static final int SEND_BYTES = 32 * 1024;
    private static final int KEPT_BYTES = 1 << 20;

    private final Connection connection;
    private ByteSink out = new ByteSink(8 * 1024);
    private int start;

    public MessageWriter(Connection connection) {
        this.connection = connection;
    }

    /** Begins a message; {@link #end} fills in its length. */
    public ByteSink begin(char type) {
        out.putByte(type);
        start = out.size();
        BigEndian.putInt(out, 0);
        return out;
    }

    /** Ends the message begun last. */
    public void end() throws IOException {
        BigEndian.patchInt(out, start, out.size() - start);
        if (out.size() >= SEND_BYTES) {
            flush();
        }
    }

    /** Forgets the message begun last: its content could not be made. */
    public void abandon() {
        out.advanceTo(start - 1);
    }

    /** A message without content. */
    public void empty(char type) throws IOException {
        begin(type);
        end();
    }

    /** A byte without a frame: the answer to a request for TLS. */
    public void bare(char answer) {
        out.putByte(answer);
    }

    public static void string(ByteSink out, String text) {
        out.put(text.replace("\0", "").getBytes(StandardCharsets.UTF_8));
        out.putByte(0);
    }

    /** Sends what is buffered. */
    public void flush() throws IOException {
        if (out.size() > 0) {
            connection.write(out.array(), 0, out.size());
            if (out.array().length > KEPT_BYTES) {
                out = new ByteSink(8 * 1024);
            } else {
                out.clear();
            }
        }
    }
}
