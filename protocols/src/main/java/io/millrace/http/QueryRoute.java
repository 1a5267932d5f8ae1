package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.engine.Engine;
import io.millrace.engine.access.User;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import io.millrace.net.http.Credentials;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.HttpRequest.BodyFraming;
import io.millrace.net.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Queries over HTTP: finds out who asks, in which session and with which text, lets the engine run it, and has the
 * result sent. Thread-safe.
 */
final class QueryRoute implements Route {
    private final Engine engine;
    private final HttpDoorOptions options;

    QueryRoute(Engine engine, HttpDoorOptions options) {
        this.engine = engine;
        this.options = options;
    }

    @Override
    public boolean matches(HttpRequest head) {
        boolean bare = head.path().isEmpty() || head.path().equals("/");
        boolean asking = head.hasQuery() && (bare || head.path().equals("/query"));
        return switch (head.method()) {
            case "GET", "HEAD" -> asking;
            case "POST", "OPTIONS" -> bare || asking;
            default -> false;
        };
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (exchange.request().method().equals("OPTIONS")) {
            exchange.response().send(new byte[0]);
            return;
        }
        try (Reply reply = new Reply(exchange, options.displayName(), engine.version())) {
            try {
                answer(exchange, reply);
                reply.end();
            } catch (DbException e) {
                reply.fail(e);
            }
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        HttpRequest request = exchange.request();
        Credentials credentials = Credentials.of(request);
        User user = authenticate(exchange, credentials);
        checkBody(request);
        RequestParameters parameters = new RequestParameters(request);
        Optional<String> sessionId = parameters.sessionId();
        if (sessionId.isEmpty()) {
            run(exchange, reply, parameters, engine.newSession(user));
            return;
        }
        Duration timeout = parameters.sessionTimeout(options);
        Session session = engine.sessions().acquire(user, sessionId.get(), parameters.isOn("session_check"));
        try {
            run(exchange, reply, parameters, session);
        } finally {
            // Before the reply ends: a client may come back with the session as soon as it has the last byte.
            Duration kept = parameters.isOn("close_session") ? Duration.ZERO : timeout;
            engine.sessions().release(user, sessionId.get(), session, kept);
        }
    }

    private User authenticate(HttpExchange exchange, Credentials credentials) {
        InetAddress from = exchange.request().remote().getAddress();
        if (credentials.source() != Credentials.Source.CERTIFICATE) {
            return engine.authenticator().authenticate(credentials.user(), credentials.password(), from);
        }
        X509Certificate certificate = exchange.clientCertificate()
                .orElseThrow(() -> new DbException(
                        ErrorCode.AUTHENTICATION_FAILED,
                        "Invalid authentication: it is not allowed to use SSL certificate authentication without a certificate."
                                + " Connect over TLS and show one"));
        return engine.authenticator().authenticate(credentials.user(), certificate, from);
    }

    private static void checkBody(HttpRequest request) {
        if (request.method().equals("POST") && request.framing() == BodyFraming.NONE) {
            throw new DbException(
                    ErrorCode.HTTP_LENGTH_REQUIRED,
                    "The Transfer-Encoding is not chunked and there is no Content-Length header for POST request");
        }
        String contentType = request.headers().get("Content-Type").toLowerCase(Locale.ROOT);
        if (contentType.startsWith("multipart/form-data")) {
            throw new DbException(
                    ErrorCode.NOT_IMPLEMENTED,
                    "Bodies of type multipart/form-data are not supported yet. Send the query as the body or in the URL");
        }
    }

    private void run(HttpExchange exchange, Reply reply, RequestParameters parameters, Session session)
            throws IOException {
        Settings inSession = session.settings();
        String queryId = parameters.queryId().orElseGet(() -> UUID.randomUUID().toString());
        String zone = parameters.setting(QuerySettings.SESSION_TIMEZONE, inSession);
        reply.introduce(queryId, zone.isEmpty() ? engine.serverZone().getId() : zone);
        if (parameters.setting(HttpSettings.ADD_CORS_HEADER, inSession)) {
            reply.allowAnyOrigin();
        }
        reply.encode(coding(exchange.request(), parameters, inSession), parameters.isOn("compress"));
        if (parameters.setting(HttpSettings.SEND_PROGRESS, inSession)) {
            reply.showProgress(Duration.ofMillis(parameters.setting(HttpSettings.PROGRESS_INTERVAL, inSession)));
        }
        boolean unchecked = parameters.setting(HttpSettings.UNCHECKED_FRAMES, inSession);
        RequestText text = new RequestText(
                exchange,
                parameters.query(),
                parameters.isOn("decompress"),
                unchecked ? FrameLimits.DEFAULT.withoutChecksums() : FrameLimits.DEFAULT);
        QueryRequest request = new QueryRequest(
                Optional.of(queryId),
                text.source(),
                parameters.settings(),
                parameters.parameters(),
                parameters.database(),
                parameters.defaultFormat(),
                QueryRequest.Output.FORMATTED,
                exchange.request().method().equals("POST") ? 0 : 2);
        try (RunningQuery query = engine.start(session, request, begun -> reply.watch(begun, text))) {
            reply.stream(query, text);
        }
    }

    private static Optional<Reply.Coding> coding(HttpRequest request, RequestParameters parameters, Settings session) {
        if (!parameters.setting(HttpSettings.ENABLE_HTTP_COMPRESSION, session)) {
            return Optional.empty();
        }
        long level = parameters.setting(HttpSettings.HTTP_ZLIB_COMPRESSION_LEVEL, session);
        return ContentCoding.preferred(request.headers().get("Accept-Encoding"))
                .map(coding -> new Reply.Coding(coding, Math.clamp(level, 1, 9)));
    }
}
