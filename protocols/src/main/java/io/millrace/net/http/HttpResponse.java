package io.millrace.net.http;

import io.millrace.base.error.DbException;
import io.millrace.net.listen.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One response as a small state machine: nothing sent, head open, body open, ended.
 *
 * <p>The head can stay open while header lines are dripped into it one by one. The body is buffered up to 64 KiB; the
 * head is sent with the first part of it, so before that everything can still be changed or {@link #reset}. A streamed
 * body is chunked in HTTP/1.1 and ends with the connection in HTTP/1.0. Owned by the connection's thread.
 */
public final class HttpResponse {
    /** How much of the response has been sent. */
    public enum State {
        /** Nothing: status, header lines and body can change. */
        NOTHING_SENT,
        /** The status line and dripped lines: header lines can still be set, the status cannot. */
        HEAD_OPEN,
        /** The whole head and possibly data: an error can only be shown by {@link #breakBody}. */
        BODY_OPEN,
        /** Everything. */
        ENDED
    }

    private enum Framing {
        CHUNKED,
        LENGTH,
        UNTIL_CLOSE
    }

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Connection connection;
    private final WireBuffer wire;
    private final HttpVersion version;
    private final boolean headOnly;
    private final KeepAlive keepAlive;
    private final HttpDate date;
    private final ResponseHead head = new ResponseHead();
    private final Body body = new Body();

    private State state = State.NOTHING_SENT;
    private Framing framing;
    private long declaredLength;
    private long written;
    private boolean reusable;
    private boolean closeRequested;

    /** Decides when the head is completed whether the connection may serve another request. */
    interface KeepAlive {
        boolean allowed();

        /** The value of the Keep-Alive header. */
        String terms();
    }

    HttpResponse(
            Connection connection,
            WireBuffer wire,
            HttpVersion version,
            boolean headOnly,
            KeepAlive keepAlive,
            HttpDate date) {
        this.connection = connection;
        this.wire = wire;
        this.version = version;
        this.headOnly = headOnly;
        this.keepAlive = keepAlive;
        this.date = date;
        this.framing = version == HttpVersion.HTTP_1_1 ? Framing.CHUNKED : Framing.UNTIL_CLOSE;
    }

    public State state() {
        return state;
    }

    /** The status that is set, or was sent. */
    public int status() {
        return head.status();
    }

    /** Sets the status, 200 unless set; only while nothing was sent. */
    public HttpResponse status(int status) {
        require(state == State.NOTHING_SENT, "the status");
        head.status(status);
        return this;
    }

    /** Sets a header line, replacing one of the same name; until the body is open. */
    public HttpResponse header(String name, String value) {
        requireHead(name);
        head.set(name, value);
        return this;
    }

    /** Sets a header line that is sent before all others that were not dripped. */
    public HttpResponse headerFirst(String name, String value) {
        requireHead(name);
        head.setFront(name, value);
        return this;
    }

    /** Adds a header line beside those of the same name. */
    public HttpResponse addHeader(String name, String value) {
        requireHead(name);
        head.add(name, value);
        return this;
    }

    public HttpResponse removeHeader(String name) {
        requireHead(name);
        head.remove(name);
        return this;
    }

    /** Says that the connection ends after this response. */
    public HttpResponse closeAfterwards() {
        closeRequested = true;
        return this;
    }

    /** Sends a header line at once, after the status line if that was not sent; the head stays open. */
    public void drip(String name, String value) throws IOException {
        requireHead(name);
        ResponseHead.check(name, value);
        StringBuilder text = new StringBuilder();
        if (state == State.NOTHING_SENT) {
            ResponseHead.statusLine(text, version, head.status());
        }
        ResponseHead.line(text, name, value);
        byte[] bytes = ResponseHead.bytes(text);
        state = State.HEAD_OPEN;
        connection.write(bytes, 0, bytes.length);
    }

    /** Declares the body's length, instead of chunks; before the body is open. */
    public HttpResponse contentLength(long bytes) {
        requireHead("Content-Length");
        framing = Framing.LENGTH;
        declaredLength = bytes;
        return this;
    }

    /**
     * The body to stream into. Its {@code flush} sends what is buffered as one chunk, its {@code close} is
     * {@link #end}.
     */
    public OutputStream body() {
        return body;
    }

    /** Sends a whole body of known length and ends the response. */
    public void send(byte[] bytes) throws IOException {
        contentLength(bytes.length);
        body.write(bytes, 0, bytes.length);
        end();
    }

    /** Sends a whole text in UTF-8 as {@code text/plain} and ends the response. */
    public void sendText(int status, String text) throws IOException {
        status(status);
        header("Content-Type", "text/plain; charset=UTF-8");
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets header lines, length and buffered body, to answer something else; only until the body is open. */
    public void reset() {
        requireHead("a reset");
        if (state == State.NOTHING_SENT) {
            head.status(200);
        }
        head.clear();
        wire.clear();
        written = 0;
        framing = version == HttpVersion.HTTP_1_1 ? Framing.CHUNKED : Framing.UNTIL_CLOSE;
    }

    /** Ends the response properly; does nothing if it has ended. */
    public void end() throws IOException {
        if (state == State.ENDED) {
            return;
        }
        if (framing == Framing.LENGTH && hasBody() && written != declaredLength) {
            breakBody();
            throw DbException.bug("A response of " + declaredLength + " bytes ended after " + written);
        }
        push(true);
        state = State.ENDED;
    }

    /**
     * Sends what is buffered and ends the body without its regular end, so that the client knows it is incomplete. The
     * connection is closed after it. What must arrive in one chunk is written between a flush and this. HTTP/1.0 has no
     * way to tell: there the end of the connection is the end of every body.
     */
    public void breakBody() throws IOException {
        if (state != State.ENDED) {
            closeRequested = true;
            push(false);
            state = State.ENDED;
        }
    }

    /** Whether the peer was told that the connection stays open, and nothing has spoilt that. */
    boolean reusable() {
        return reusable && !closeRequested && state == State.ENDED;
    }

    void sendContinue() throws IOException {
        if (state == State.NOTHING_SENT) {
            connection.write(CONTINUE, 0, CONTINUE.length);
        }
    }

    private boolean statusHasBody() {
        return head.status() != 204 && head.status() != 304;
    }

    private boolean hasBody() {
        return !headOnly && statusHasBody();
    }

    private void require(boolean allowed, String what) {
        if (!allowed) {
            throw DbException.bug("Too late for " + what + " of a response in state " + state);
        }
    }

    private void requireHead(String what) {
        require(state == State.NOTHING_SENT || state == State.HEAD_OPEN, what);
    }

    private byte[] completeHead() {
        StringBuilder text = new StringBuilder(512);
        if (state == State.NOTHING_SENT) {
            ResponseHead.statusLine(text, version, head.status());
        }
        boolean bounded = framing != Framing.UNTIL_CLOSE || !hasBody();
        reusable = bounded && !closeRequested && keepAlive.allowed();
        head.front(text);
        ResponseHead.line(text, "Date", date.now());
        ResponseHead.line(text, "Connection", reusable ? "Keep-Alive" : "Close");
        head.rest(text);
        if (statusHasBody()) {
            if (framing == Framing.CHUNKED) {
                ResponseHead.line(text, "Transfer-Encoding", "chunked");
            } else if (framing == Framing.LENGTH) {
                ResponseHead.line(text, "Content-Length", Long.toString(declaredLength));
            }
        }
        if (reusable) {
            ResponseHead.line(text, "Keep-Alive", keepAlive.terms());
        }
        return ResponseHead.bytes(text.append("\r\n"));
    }

    /** Sends the head if it is due, and the buffered data as one piece of the body. */
    private void push(boolean last) throws IOException {
        int data = wire.size();
        if (hasBody() && framing == Framing.CHUNKED) {
            if (data > 0) {
                wire.addAfter(CRLF);
                wire.putBefore((Integer.toHexString(data) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (last) {
                wire.addAfter(LAST_CHUNK);
            }
        }
        if (state == State.NOTHING_SENT || state == State.HEAD_OPEN) {
            byte[] bytes = completeHead();
            state = State.BODY_OPEN;
            if (!wire.putBefore(bytes)) {
                connection.write(bytes, 0, bytes.length);
            }
        }
        try {
            if (wire.size() > 0) {
                connection.write(wire.bytes(), wire.start(), wire.size());
            }
        } finally {
            wire.clear();
        }
    }

    /** The buffered body. */
    private final class Body extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            require(state != State.ENDED, "data");
            written += length;
            if (framing == Framing.LENGTH && written > declaredLength) {
                throw DbException.bug("A response of " + declaredLength + " bytes got " + written);
            }
            if (!hasBody()) {
                return;
            }
            int from = offset;
            int left = length;
            while (left > 0) {
                if (wire.room() == 0) {
                    push(false);
                }
                int count = Math.min(left, wire.room());
                wire.add(source, from, count);
                from += count;
                left -= count;
            }
        }

        @Override
        public void flush() throws IOException {
            require(state != State.ENDED, "data");
            push(false);
        }

        @Override
        public void close() throws IOException {
            end();
        }
    }
}
