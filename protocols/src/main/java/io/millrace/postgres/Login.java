package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.base.io.ByteSink;
import io.millrace.engine.Engine;
import io.millrace.engine.access.Credential;
import io.millrace.engine.access.ScramVerifier;
import io.millrace.engine.access.User;
import io.millrace.net.listen.Connection;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.tls.TlsSession;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who connects: a password in the clear, or SCRAM-SHA-256. Unknown users go through the same exchange as others and fail like a wrong
 * password. A user without a password is refused.
 */
final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int MAX_PASSWORD = 65_535;
    private static final int MAX_SASL = 1024;
    private static final int CLEAR_TEXT = 3;
    private static final int SASL = 10;
    private static final int SASL_CONTINUE = 11;
    private static final int SASL_FINAL = 12;

    private final Gate gate;
    private final Engine engine;
    private final PostgresOptions options;
    private final Connection connection;
    private final MessageReader in;
    private final MessageWriter out;
    private final Map<String, String> parameters;
    private final String name;
    private final InetAddress from;

    /** What all logins of a listener share. */
    record Gate(Engine engine, PostgresOptions options, FailedLogins failures, Strangers strangers) {}

    Login(Gate gate, Connection connection, MessageReader in, MessageWriter out, Map<String, String> parameters) {
        this.gate = gate;
        this.engine = gate.engine();
        this.options = gate.options();
        this.connection = connection;
        this.in = in;
        this.out = out;
        this.parameters = parameters;
        this.name = parameters.getOrDefault("user", "");
        this.from = connection.remote().getAddress();
    }

    /** A client that ended the connection instead of answering: psql does so once to ask its user for a password. */
    static final class Left extends IOException {
        Left() {
            super("the client left before it was authenticated");
        }
    }

    /**
     * Asks until the client is known; how long it may take is the connection's patience.
     */
    User run() throws IOException {
        if (name.isEmpty()) {
            throw PgError.fatal("28000", "no PostgreSQL user name specified in startup packet");
        }
        if (options.secureTransportRequired() && connection.tls().isEmpty()) {
            throw PgError.fatal("28000", "SSL connection required.");
        }
        Optional<X509Certificate> certificate = connection.tls().flatMap(TlsSession::client);
        if (certificate.isPresent()) {
            Optional<User> user = byCertificate(certificate.get());
            if (user.isPresent()) {
                return user.get();
            }
        }
        List<Credential> credentials = engine.authenticator().credentials(name, from).stream()
                .filter(Login::isPassword)
                .toList();
        Optional<ScramVerifier> scram = credentials.stream()
                .filter(Credential.ScramSha256.class::isInstance)
                .map(c -> ((Credential.ScramSha256) c).verifier())
                .findFirst()
                .or(() -> stranger(credentials));
        if (scram.isPresent() && !(isRedshift() && clearTextAllowed())) {
            return scram(scram.get(), credentials);
        }
        return clearText(credentials);
    }

    /** Where users prove themselves by SCRAM, those that do not exist are asked to do so, too. */
    private Optional<ScramVerifier> stranger(List<Credential> credentials) {
        return credentials.isEmpty() && engine.authenticator().usesScram()
                ? Optional.of(gate.strangers().verifier(name))
                : Optional.empty();
    }

    private Optional<User> byCertificate(X509Certificate certificate) {
        try {
            return Optional.of(engine.authenticator().authenticate(name, certificate, from));
        } catch (DbException e) {
            return Optional.empty();
        }
    }

    /** An empty password is none, and lets nobody in here. */
    private static boolean isPassword(Credential credential) {
        return switch (credential) {
            case Credential.Plaintext p -> !p.password().isEmpty();
            case Credential.Sha256 s -> true;
            case Credential.DoubleSha1 d -> true;
            case Credential.ScramSha256 s -> true;
            case Credential.NoPassword n -> false;
            case Credential.SslCertificate s -> false;
        };
    }

    /** Amazon Redshift's drivers know no SCRAM. */
    private boolean isRedshift() {
        return parameters.getOrDefault("driver_version", "").startsWith("Redshift")
                || parameters.containsKey("client_protocol_version");
    }

    private boolean clearTextAllowed() {
        return switch (options.clearTextFallback()) {
            case OFF -> false;
            case TLS -> connection.tls().isPresent();
            case ALWAYS -> true;
        };
    }

    // ---- a password in the clear

    private User clearText(List<Credential> credentials) throws IOException {
        request(CLEAR_TEXT);
        return accept(answer(MAX_PASSWORD, this::password), credentials);
    }

    private static PgError invalidSize() {
        return PgError.fatal(SqlState.PROTOCOL_VIOLATION, "invalid password packet size");
    }

    /** With a zero byte behind it, or without. */
    private String password() {
        String text = rest();
        int end = text.indexOf(0);
        if (end >= 0 && end < text.length() - 1) {
            throw invalidSize();
        }
        return end < 0 ? text : text.substring(0, end);
    }

    private User accept(String password, List<Credential> credentials) throws IOException {
        if (password.isEmpty() || credentials.stream().noneMatch(c -> c.accepts(password))) {
            throw failed("wrong password or unknown user");
        }
        return admitted();
    }

    private User admitted() throws IOException {
        try {
            return engine.authenticator().authenticated(name, from);
        } catch (DbException e) {
            throw failed("not allowed");
        }
    }

    private PgError failed(String reason) {
        LOG.info("User {} from {} was refused: {}", name, from.getHostAddress(), reason);
        LockSupport.parkNanos(gate.failures().failed(from).toNanos());
        return PgError.fatal("28P01", "password authentication failed for user \"" + name + "\"");
    }

    // ---- SCRAM

    private User scram(ScramVerifier verifier, List<Credential> credentials) throws IOException {
        Optional<byte[]> certificate = connection.tls().flatMap(t -> ChannelBinding.hash(t.server()));
        ByteSink offer = out.begin('R');
        BigEndian.putInt(offer, SASL);
        if (certificate.isPresent()) {
            MessageWriter.string(offer, ScramExchange.PLUS);
        }
        MessageWriter.string(offer, ScramExchange.PLAIN);
        offer.putByte(0);
        out.end();
        out.flush();
        String[] initial = answer(MAX_SASL, this::initialResponse);
        boolean plus = certificate.isPresent() && initial[0].equals(ScramExchange.PLUS);
        if (!plus && !initial[0].equals(ScramExchange.PLAIN)) {
            throw PgError.fatal(
                    SqlState.PROTOCOL_VIOLATION, "client selected an invalid SASL authentication mechanism");
        }
        ScramExchange exchange = new ScramExchange(verifier, certificate, initial[0]);
        String first = exchange.first(initial[1]);
        if (verifier.salt().isEmpty() && rejectsEmptySalt(exchange)) {
            if (clearTextAllowed()) {
                return clearText(credentials);
            }
            LOG.warn(
                    "The client of user {} cannot do SCRAM with the empty salt of password_scram_sha256_hex;"
                            + " give the user a salted password (IDENTIFIED WITH scram_sha256_password) or set"
                            + " postgresql_scram_cleartext_fallback",
                    name);
        }
        send(SASL_CONTINUE, first);
        String last = answer(MAX_SASL, this::rest);
        Optional<String> proof = exchange.last(last);
        if (proof.isEmpty()) {
            throw failed("wrong proof");
        }
        User user = admitted();
        send(SASL_FINAL, proof.get());
        return user;
    }

    /** Which drivers do is known by how they fill in the message: pgjdbc, node-postgres, asyncpg, pg8000. */
    private boolean rejectsEmptySalt(ScramExchange exchange) {
        String claimed = exchange.clientName();
        if (!claimed.equals("*")) {
            return !claimed.isEmpty();
        }
        boolean beyondBase64 = exchange.clientNonce()
                .chars()
                .anyMatch(c -> !(Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '='));
        List<String> names = new ArrayList<>(parameters.keySet());
        return beyondBase64 || !names.isEmpty() && names.getLast().equals("client_encoding");
    }

    private String[] initialResponse() {
        String mechanism = in.string();
        int length = in.int32();
        if (length < 0) {
            return new String[] {mechanism, ""};
        }
        int at = in.skip(length);
        return new String[] {mechanism, new String(in.bytes(), at, length, StandardCharsets.UTF_8)};
    }

    private String rest() {
        int length = in.remaining();
        return new String(in.bytes(), in.skip(length), length, StandardCharsets.UTF_8);
    }

    // ---- messages

    private interface Answer<T> {
        T read();
    }

    private <T> T answer(int most, Answer<T> answer) throws IOException {
        int type;
        try {
            type = in.next(t -> t == 'p' ? most : -1);
        } catch (MessageReader.BrokenFrame e) {
            throw invalidSize();
        }
        if (type < 0 || type == 'X') {
            throw new Left();
        }
        if (type != 'p') {
            throw PgError.fatal(SqlState.PROTOCOL_VIOLATION, "expected password response, got message type " + type);
        }
        in.body();
        T result = answer.read();
        if (in.remaining() > 0) {
            throw invalidSize();
        }
        return result;
    }

    private void request(int code) throws IOException {
        BigEndian.putInt(out.begin('R'), code);
        out.end();
        out.flush();
    }

    private void send(int code, String text) throws IOException {
        ByteSink message = out.begin('R');
        BigEndian.putInt(message, code);
        message.put(text.getBytes(StandardCharsets.UTF_8));
        out.end();
        out.flush();
    }
}
