package io.millrace.net.http;

import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Connection.PeerWatch;
import io.millrace.net.listen.Patience;
import io.millrace.net.tls.TlsSession;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request with its body and its response. Owned by the connection's thread. */
public final class HttpExchange {
    private final Connection connection;
    private final HttpRequest request;
    private final HttpLimits limits;
    private final HttpTimeouts timeouts;
    private final int requestsLeft;
    private final RequestBody body;
    private final HttpResponse response;
    private @Nullable PeerWatch watch;

    HttpExchange(
            HttpServer server,
            Connection connection,
            RequestReader reader,
            WireBuffer wire,
            HttpRequest request,
            int requestsLeft) {
        this.connection = connection;
        this.request = request;
        this.limits = server.limits();
        this.timeouts = server.timeouts();
        this.requestsLeft = requestsLeft;
        this.response =
                new HttpResponse(connection, wire, request.version(), request.isHead(), new Terms(), server.date());
        this.body = switch (request.framing()) {
            case NONE -> new EmptyBody(connection.input());
            case LENGTH ->
                new LengthBody(connection.input(), request.contentLength(), limits.maxBody(), this::beforeBody);
            case CHUNKED -> new ChunkedBody(connection.input(), reader, limits.maxBody(), this::beforeBody);
        };
    }

    public HttpRequest request() {
        return request;
    }

    public HttpResponse response() {
        return response;
    }

    /** The certificate that the client showed and that was verified, over TLS. */
    public Optional<X509Certificate> clientCertificate() {
        return connection.tls().flatMap(TlsSession::client);
    }

    /**
     * The request's body, never read past its end. The first read sends {@code 100 Continue} if the client waits for
     * it. Reads throw {@link HttpException} when the client breaks off, breaks the framing, is too slow or exceeds a
     * limit.
     */
    public InputStream body() {
        return body;
    }

    /** Lowers the limit of the body; a longer one fails to be read with status 413. */
    public void limitBody(long bytes) {
        body.limit(bytes);
    }

    /**
     * Asks to be told when the client disconnects; see {@link Connection#onPeerGone}. Worth it only once the body has
     * been read: a reader of the body is told by the read. Ends with the exchange.
     */
    public PeerWatch onPeerGone(Runnable action) {
        watch = connection.onPeerGone(action);
        return watch;
    }

    /** Stops what belonged to this exchange only. */
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    /** Ends the response and makes the connection ready for the next request; answers whether it is. */
    boolean finish() throws IOException {
        response.end();
        return response.reusable() && drainable() && body.drain(limits.maxDrain()) && !connection.draining();
    }

    private void beforeBody() throws IOException {
        connection
                .input()
                .patience(Patience.pace(timeouts.receive(), timeouts.bodyGrace(), timeouts.bodyBytesPerSecond()));
        if (request.expectsContinue()) {
            response.sendContinue();
        }
    }

    /** A client that was not told to continue may or may not send its body; nobody knows what its next bytes are. */
    private boolean drainable() {
        return body.ended()
                || !body.broken()
                        && body.expected() <= limits.maxDrain()
                        && (body.begun() || !request.expectsContinue());
    }

    private final class Terms implements HttpResponse.KeepAlive {
        @Override
        public boolean allowed() {
            return request.wantsKeepAlive()
                    && requestsLeft > 0
                    && !timeouts.keepAlive().isZero()
                    && !connection.draining()
                    && drainable();
        }

        @Override
        public String terms() {
            return "timeout=" + timeouts.keepAlive().toSeconds() + ", max=" + requestsLeft;
        }
    }
}
