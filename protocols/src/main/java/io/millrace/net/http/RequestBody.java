package io.millrace.net.http;

import io.millrace.net.listen.ConnectionInput;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * The body of one request, never read past its end. Owned by the connection's thread.
 *
 * <p>Reads throw {@link HttpException}: 400 when the peer breaks the framing or ends too early, 413 beyond the limit,
 * 408 when it is too slow. After that the connection cannot be used for another request.
 */
abstract sealed class RequestBody extends InputStream permits EmptyBody, LengthBody, ChunkedBody {
    final ConnectionInput input;
    private final BeforeBody beforeFirstRead;
    private boolean begun;
    private boolean ended;
    private boolean broken;
    private long received;
    private long limit;

    /** What to do before the body is asked for: nothing, or {@code 100 Continue}. */
    interface BeforeBody {
        void run() throws IOException;
    }

    RequestBody(ConnectionInput input, long limit, BeforeBody beforeFirstRead) {
        this.input = input;
        this.limit = limit;
        this.beforeFirstRead = beforeFirstRead;
    }

    /** Reads at least one byte of the body, or answers -1 at its end. */
    abstract int receive(byte[] target, int offset, int length) throws IOException;

    /** Bytes still to come if that is known, otherwise at least one. */
    abstract long expected();

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0 || ended) {
            return ended ? -1 : 0;
        }
        if (broken) {
            throw HttpException.bad("The body of the request is broken");
        }
        boolean good = false;
        try {
            if (!begun) {
                begun = true;
                beforeFirstRead.run();
            }
            int count = receive(target, offset, length);
            ended |= count < 0;
            received += Math.max(count, 0);
            if (received > limit) {
                throw new HttpException(413, "The body is larger than " + limit + " bytes");
            }
            good = true;
            return count;
        } catch (SocketTimeoutException e) {
            throw new HttpException(408, "The body of the request comes too slowly");
        } finally {
            broken = !good;
        }
    }

    final void limit(long bytes) {
        limit = Math.min(limit, bytes);
    }

    final boolean begun() {
        return begun;
    }

    /** Whether the next byte of the connection belongs to the next request. */
    final boolean ended() {
        return ended;
    }

    final boolean broken() {
        return broken;
    }

    /** Discards the rest if it is at most so long; answers whether the end was reached. */
    final boolean drain(long maxBytes) throws IOException {
        if (broken || expected() > maxBytes) {
            return ended;
        }
        byte[] discarded = new byte[8 * 1024];
        long total = 0;
        while (!ended && total <= maxBytes) {
            total += Math.max(0, read(discarded, 0, discarded.length));
        }
        return ended;
    }

    final HttpException tooEarly() {
        return HttpException.bad("The connection ended inside the body of a request");
    }

    final void markEnded() {
        ended = true;
    }
}
