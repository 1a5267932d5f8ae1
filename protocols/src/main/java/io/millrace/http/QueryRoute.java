package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.setting.Settings;
import io.millrace.catalog.engine.ClientFacts;
import io.millrace.compression.content.ContentCoding;
import io.millrace.compression.frame.FrameLimits;
import io.millrace.engine.Engine;
import io.millrace.engine.access.User;
import io.millrace.engine.query.QueryRequest;
import io.millrace.engine.query.QuerySettings;
import io.millrace.engine.query.RunningQuery;
import io.millrace.engine.session.Session;
import io.millrace.http.rule.PredefinedStatement;
import io.millrace.net.http.Credentials;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpRequest;
import io.millrace.net.http.HttpRequest.BodyFraming;
import io.millrace.net.http.HttpResponse;
import io.millrace.net.http.MultipartBody;
import io.millrace.net.http.QueryParameters;
import io.millrace.net.http.Route;
import io.millrace.sql.ast.AccessStatement.RoleSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Queries over HTTP: finds out who asks, in which session and with which text, lets the engine run it, and has the
 * result sent. Thread-safe.
 */
final class QueryRoute implements Route {
    private final Engine engine;
    private final HttpDoorOptions options;
    private final QueryTerms terms;

    QueryRoute(Engine engine, HttpDoorOptions options, QueryTerms terms) {
        this.engine = engine;
        this.options = options;
        this.terms = terms;
    }

    @Override
    public boolean matches(HttpRequest head) {
        return terms.matches(head);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (exchange.request().method().equals("OPTIONS")) {
            answerOptions(exchange.response());
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

    private void answerOptions(HttpResponse response) throws IOException {
        options.optionsResponse().ifPresent(lines -> {
            response.status(204).closeAfterwards();
            lines.forEach(line -> response.addHeader(line.getKey(), line.getValue()));
        });
        response.send(new byte[0]);
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        HttpRequest request = exchange.request();
        reply.add(terms.commonHeaders(), Optional.empty());
        User user = terms.reply().user().map(engine::known).orElseGet(() -> authenticate(exchange));
        checkBody(request);
        RequestParameters parameters = new RequestParameters(request, terms, request.parameters());
        parameters.check();
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

    private User authenticate(HttpExchange exchange) {
        Credentials credentials = Credentials.of(exchange.request());
        if (credentials.password().isEmpty()) {
            SitePolicy.check(exchange.request(), options.hostName());
        }
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
    }

    private void run(HttpExchange exchange, Reply reply, RequestParameters parameters, Session session)
            throws IOException {
        RequestSize.check(exchange.request(), parameters, session.settings());
        shape(exchange.request(), reply, parameters, session.settings());
        if (!MultipartBody.isMultipart(exchange.request().headers().get("Content-Type"))) {
            execute(exchange, reply, parameters, session, false);
            return;
        }
        try (ExternalTables tables = new ExternalTables(engine, session)) {
            InputStream body = RequestText.decoded(
                    exchange, exchange.body(), parameters.isOn("decompress"), frames(parameters, session));
            long most = parameters.setting(HttpSettings.MAX_FORM_BYTES, session.settings());
            QueryParameters all = Form.read(
                    exchange.request(),
                    RequestSize.form(body, most),
                    (file, known) -> tables.add(file, known, parameters.settings()));
            execute(exchange, reply, new RequestParameters(exchange.request(), terms, all), session, true);
        }
    }

    /** Settles everything about the reply that does not depend on the query's result. */
    private void shape(HttpRequest request, Reply reply, RequestParameters parameters, Settings session) {
        String zone = parameters.setting(QuerySettings.SESSION_TIMEZONE, session);
        reply.introduce(
                queryId(parameters),
                zone.isEmpty() ? engine.serverZone().getId() : zone,
                parameters.chosen(HttpSettings.CANCEL_ON_CLOSE, session).orElse(options.cancelsLost()));
        if (parameters.setting(HttpSettings.ADD_CORS_HEADER, session)) {
            reply.allowAnyOrigin();
        }
        Map<String, String> lines = new LinkedHashMap<>(terms.commonHeaders());
        lines.putAll(terms.reply().headers());
        lines.putAll(HeaderMap.read(parameters.setting(HttpSettings.RESPONSE_HEADERS, session)));
        reply.add(lines, terms.reply().contentType());
        if (parameters.isOn("stacktrace")) {
            reply.showStackTraces();
        }
        reply.encode(coding(request, parameters, session), parameters.isOn("compress"));
        reply.hold(parameters.held(session), engine.files(), engine.temporaryPath());
        if (parameters.setting(HttpSettings.SEND_PROGRESS, session)) {
            reply.showProgress(Duration.ofMillis(parameters.setting(HttpSettings.PROGRESS_INTERVAL, session)));
        }
    }

    private static String queryId(RequestParameters parameters) {
        return parameters.queryId().orElseGet(() -> UUID.randomUUID().toString());
    }

    private void execute(
            HttpExchange exchange, Reply reply, RequestParameters parameters, Session session, boolean bodyTaken)
            throws IOException {
        if (terms.predefined().isPresent()) {
            Map<String, String> values = new LinkedHashMap<>(parameters.parameters());
            takeBody(exchange, parameters, session, bodyTaken, values);
            for (PredefinedStatement statement : terms.predefined().get().statements()) {
                byte[] query = statement.text().getBytes(StandardCharsets.UTF_8);
                RequestText text = statement.inserts() && !bodyTaken
                        ? text(exchange, query, parameters, session)
                        : RequestText.alone(query, bodyTaken);
                start(exchange, reply, parameters, session, text, values);
            }
            return;
        }
        byte[] query = parameters.query();
        RequestText text = bodyTaken ? RequestText.alone(query, true) : text(exchange, query, parameters, session);
        start(exchange, reply, parameters, session, text, parameters.parameters());
    }

    /** A predefined query may ask for the body as a parameter. */
    private void takeBody(
            HttpExchange exchange,
            RequestParameters parameters,
            Session session,
            boolean bodyTaken,
            Map<String, String> values)
            throws IOException {
        if (bodyTaken || !terms.names().contains(PredefinedStatement.BODY)) {
            return;
        }
        long most = parameters.setting(HttpSettings.MAX_PARAMETER_BYTES, session.settings());
        InputStream body = RequestText.decoded(
                exchange, exchange.body(), parameters.isOn("decompress"), frames(parameters, session));
        byte[] bytes = body.readNBytes(Math.clamp(most + 1, 1, 1 << 30));
        if (bytes.length > most) {
            throw new DbException(
                    ErrorCode.TOO_LARGE_STRING_SIZE,
                    "The body is larger than http_max_request_param_data_size, which is " + most + " bytes");
        }
        values.putIfAbsent(PredefinedStatement.BODY, terms.bodyValue(bytes));
    }

    private static RequestText text(HttpExchange exchange, byte[] query, RequestParameters parameters, Session session)
            throws IOException {
        return RequestText.of(exchange, query, parameters.isOn("decompress"), frames(parameters, session));
    }

    private static FrameLimits frames(RequestParameters parameters, Session session) {
        boolean unchecked = parameters.setting(HttpSettings.UNCHECKED_FRAMES, session.settings());
        return unchecked ? FrameLimits.DEFAULT.withoutChecksums() : FrameLimits.DEFAULT;
    }

    private void start(
            HttpExchange exchange,
            Reply reply,
            RequestParameters parameters,
            Session session,
            RequestText text,
            Map<String, String> values)
            throws IOException {
        QueryRequest request = new QueryRequest(
                Optional.of(reply.queryId()),
                text.source(),
                parameters.settings(),
                values,
                parameters.database(),
                parameters.defaultFormat(),
                QueryRequest.Output.FORMATTED,
                parameters.protocolRevision(),
                exchange.request().method().equals("POST") ? 0 : 2,
                client(exchange.request(), parameters));
        Optional<Set<String>> rolesBefore = session.roles();
        List<String> roles = parameters.roles();
        if (!roles.isEmpty()) {
            session.actAs(Optional.of(engine.access().chosenRoles(session.user(), new RoleSet(false, roles))));
        }
        try (RunningQuery query = engine.start(session, request, begun -> reply.watch(begun, text))) {
            reply.stream(query, text);
        } finally {
            if (!roles.isEmpty()) {
                session.actAs(rolesBefore);
            }
        }
    }

    private static ClientFacts client(HttpRequest request, RequestParameters parameters) {
        return new ClientFacts(
                ClientFacts.Door.HTTP,
                Optional.of(request.remote()),
                request.method(),
                request.headers().get("User-Agent"),
                request.headers().get("Referer"),
                request.headers().get("X-Forwarded-For"),
                parameters.quotaKey());
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
