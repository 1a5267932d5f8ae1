package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.ByteSink;
import io.millrace.net.listen.Connection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Writes a server's messages into a buffer that is sent when it is large enough or {@link #flush} asks for it. Not thread-safe.
 */
public final class MessageWriter {
    private static final int SEND_BYTES = 32 * 1024;
    private static final int KEPT_BYTES = 1 << 20;
    private static final int FIRST_BYTES = 8 * 1024;
    private static final int MOST_BYTES = 1 << 30;

    private final Connection connection;
    private final LongConsumer guard;
    private ByteSink out;
    private int start;

    /**
     * @param guard is told how many bytes the buffer will have whenever that changes, before it is allocated; may refuse by throwing
     */
    public MessageWriter(Connection connection, LongConsumer guard) {
        this.connection = connection;
        this.guard = guard;
        this.out = sink();
    }

    /** While it grows there are the old array and the new one. */
    private ByteSink sink() {
        return new ByteSink(FIRST_BYTES, bytes -> guard.accept(bytes + bytes / 2));
    }

    /** Begins a message; {@link #end} fills in its length. */
    public ByteSink begin(char type) {
        out.putByte(type);
        start = out.size();
        BigEndian.putInt(out, 0);
        return out;
    }

    /**
     * Ends the message begun last.
     *
     * @throws DbException LIMIT_EXCEEDED if it is longer than clients take; it is forgotten then
     */
    public void end() throws IOException {
        if (out.size() - start >= MOST_BYTES) {
            abandon();
            throw new DbException(
                    ErrorCode.LIMIT_EXCEEDED, "A row or a value has more than 1 GiB: clients cannot take it");
        }
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
                guard.accept(FIRST_BYTES);
                out = sink();
            } else {
                out.clear();
            }
        }
    }
}
