package io.millrace.net.pgwire;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.listen.Connection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Reads a client's messages: a type byte, a length, a body. The body is held until the next message; memory grows only as bytes arrive. Fields are
 * taken from it one after the other. How long it waits is the connection's patience, which the caller sets. Not thread-safe.
 */
public final class MessageReader {
    private static final int STEP_BYTES = 64 * 1024;
    private static final int KEPT_BYTES = 1 << 20;

    private final Connection connection;
    private final LongConsumer guard;
    private byte[] body = new byte[1024];
    private int length;
    private int at;
    private int announced;

    /**
     * @param guard is told how many bytes the body's buffer will have whenever that changes, before it is allocated; may refuse by throwing
     */
    public MessageReader(Connection connection, LongConsumer guard) {
        this.connection = connection;
        this.guard = guard;
    }

    /** A message whose frame itself is broken: the connection cannot go on. */
    public static final class BrokenFrame extends IOException {
        BrokenFrame(String message) {
            super(message);
        }
    }

    /** A text that is no UTF-8; the message has been read and the next one can be. */
    public static final class BadText extends RuntimeException {
        BadText() {
            super("invalid byte sequence for encoding \"UTF8\"", null, false, false);
        }
    }

    /** How long a body of a type may be. */
    public interface Limits {
        /** Bytes that a body may have; -1 when there is no such type. */
        int most(int type);
    }

    /**
     * Reads the next message's type and length; {@link #body} or {@link #skipBody} has to follow.
     *
     * @return its type, or -1 when the client has ended the connection; a type that has no limit stands alone
     * @throws BrokenFrame for a length that cannot be
     */
    public int next(Limits limits) throws IOException {
        length = 0;
        at = 0;
        announced = 0;
        int type = connection.input().read();
        if (type < 0) {
            return -1;
        }
        int most = limits.most(type);
        if (most < 0) {
            return type;
        }
        int whole = int32FromStream();
        if (whole < 4 || whole - 4 > most) {
            throw new BrokenFrame("invalid message length " + whole);
        }
        announced = whole - 4;
        return type;
    }

    /**
     * Reads the body of the message.
     *
     * @throws DbException what the guard has thrown; the body has been read over then, and the next message can be read
     */
    public void body() throws IOException {
        int bytes = announced;
        announced = 0;
        fill(bytes);
    }

    /** Reads over the body of the message. */
    public void skipBody() throws IOException {
        int bytes = announced;
        announced = 0;
        discard(bytes);
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
            guard.accept(STEP_BYTES);
            body = new byte[STEP_BYTES];
        }
        at = 0;
        length = 0;
        if (body.length < Math.min(bytes, STEP_BYTES)) {
            grow(Math.min(STEP_BYTES, Math.max(bytes, 2 * body.length)), bytes);
        }
        while (length < bytes) {
            if (length == body.length) {
                grow((int) Math.min(bytes, 2L * length), bytes - length);
            }
            int received = connection.input().read(body, length, Math.min(bytes, body.length) - length);
            if (received < 0) {
                throw new EOFException();
            }
            length += received;
        }
    }

    /**
     * @param rest of the body, which is read over when there is no memory for it
     */
    private void grow(int capacity, int rest) throws IOException {
        try {
            // for a moment there are both
            guard.accept((long) body.length + capacity);
            body = Arrays.copyOf(body, capacity);
            guard.accept(capacity);
        } catch (DbException e) {
            length = 0;
            discard(rest);
            throw e;
        }
    }

    /** By steps that are larger than those of {@code InputStream.skip}: there may be a gigabyte of it. */
    private void discard(int rest) throws IOException {
        int left = rest;
        while (left > 0) {
            int received = connection.input().read(body, 0, Math.min(left, body.length));
            if (received < 0) {
                throw new EOFException();
            }
            left -= received;
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

    /** How many fields follow; never negative. */
    public int count() {
        int count = int16();
        if (count < 0) {
            throw malformed("insufficient data left in message");
        }
        return count;
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
            throw new BadText();
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
