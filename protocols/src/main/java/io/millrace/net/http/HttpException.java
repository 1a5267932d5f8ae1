package io.millrace.net.http;

import java.io.IOException;

/**
 * A request that cannot be served because of what the peer sent: answered with its status if nothing was sent yet, and
 * the connection is closed. Thrown while a head is read, and by reads of a request's body.
 */
public final class HttpException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private final String text;

    public HttpException(int status, String message) {
        super(message);
        this.status = status;
        this.text = message;
    }

    /** What is wrong, for the body of the answer. */
    public String text() {
        return text;
    }

    public static HttpException bad(String message) {
        return new HttpException(400, message);
    }

    /** The HTTP status to answer with: 400, 408, 413, 414, 417, 431, 505. */
    public int status() {
        return status;
    }

    /** The peer's fault, not ours: no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
