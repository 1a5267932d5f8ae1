package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads a client's messages: a type byte, a length, a body. The body is held until the next message; memory grows only as bytes arrive. Fields are
 * taken from it one after the other. Not thread-safe.
 */
public final class MessageReader {
    private static final int STEP_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 1 << 20;
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Connection connection;
    private byte[] body = new byte[1024];
    private int length;
    private int at;

    public MessageReader(Connection connection) {
        this.connection = connection;
    }

    /** A message whose frame itself is broken: the connection cannot go on. */
    public static final class BrokenFrame extends IOException {
        BrokenFrame(String message) {
            super(message);
        }
    }

    /** How long a body of a type may be. */
    public interface Limits {
        /** Bytes that a body may have; -1 when there is no such type. */
        int most(int type);
    }

    /**
     * Reads the next message.
     *
     * @return its type, or -1 when the client has ended the connection
     * @throws BrokenFrame for a length that cannot be
     */
    public int next(Limits limits) throws IOException {
        int type = connection.input().read();
        if (type < 0) {
            return -1;
        }
        connection.input().patience(Patience.each(STALLED));
        int most = limits.most(type);
        if (most < 0) {
            length = 0;
            at = 0;
            return type;
        }
        int announced = int32FromStream();
        if (announced < 4 || announced - 4 > most) {
            throw new BrokenFrame("invalid message length " + announced);
        }
        fill(announced - 4);
        return type;
    }

    /** Reads a packet without a type byte: the first ones of a connection. */
    public void packet(int bytes) throws IOException {
        fill(bytes);
    }

    /** Four bytes in network order that are no part of a body. */
    public int int32FromStream() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int b = connection.input().read();
            if (b < 0) {
                throw new EOFException();
            }
            value = value << 8 | b;
        }
        return value;
    }

    private void fill(int bytes) throws IOException {
        if (body.length > KEPT_BYTES && bytes < STEP_BYTES) {
            body = new byte[STEP_BYTES];
        }
        at = 0;
        length = 0;
        while (length < bytes) {
            int step = Math.min(bytes - length, Math.max(STEP_BYTES, length));
            if (body.length < length + step) {
                body = Arrays.copyOf(body, length + step);
            }
            int received = connection.input().read(body, length, step);
            if (received < 0) {
                throw new EOFException();
            }
            length += received;
        }
    }

    // ---- fields

    /** The bytes of the body; valid until the next message. */
    public byte[] bytes() {
        return body;
    }

    public int position() {
        return at;
    }

    public int remaining() {
        return length - at;
    }

    public int int8() {
        require(1);
        return body[at++] & 0xFF;
    }

    public int int16() {
        require(2);
        at += 2;
        return BigEndian.getShort(body, at - 2);
    }

    public int int32() {
        require(4);
        at += 4;
        return BigEndian.getInt(body, at - 4);
    }

    /** Steps over some bytes and returns where they begin. */
    public int skip(int bytes) {
        require(bytes);
        at += bytes;
        return at - bytes;
    }

    /** A text that ends with a zero byte. */
    public String string() {
        int end = at;
        while (end < length && body[end] != 0) {
            end++;
        }
        if (end == length) {
            throw malformed("invalid string in message");
        }
        String text = utf8(at, end);
        at = end + 1;
        return text;
    }

    private String utf8(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DbException(ErrorCode.CANNOT_PARSE_QUOTED_STRING, "invalid byte sequence for encoding \"UTF8\"");
        }
    }

    /** That nothing is left of the body. */
    public void end() {
        if (at != length) {
            throw malformed("invalid message format");
        }
    }

    private void require(int bytes) {
        if (bytes < 0 || length - at < bytes) {
            throw malformed("insufficient data left in message");
        }
    }

    private static DbException malformed(String message) {
        return new DbException(ErrorCode.UNEXPECTED_PACKET_FROM_CLIENT, message);
    }
}
