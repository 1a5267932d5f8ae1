package io.millrace.postgres;

import io.millrace.base.io.ByteSink;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.Patience;
import io.millrace.net.pgwire.BigEndian;
import io.millrace.net.pgwire.MessageReader;
import io.millrace.net.pgwire.MessageWriter;
import io.millrace.net.tls.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first packets of a connection: requests for encryption, a request to cancel, or the parameters a session begins with. */
final class Startup {
    private static final int MAX_PACKET = 10_000;
    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int VERSION_3_0 = 3 << 16;
    private static final int VERSION_3_2 = 3 << 16 | 2;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final String ALPN = "postgresql";
    private final Connection connection;
    private final MessageReader in;
    private final MessageWriter out;
    private final Optional<Tls> tls;
    private final PostgresLimits limits;

    Startup(Connection connection, MessageReader in, MessageWriter out, Optional<Tls> tls, PostgresLimits limits) {
        this.connection = connection;
        this.in = in;
        this.out = out;
        this.tls = tls;
        this.limits = limits;
    }

    /** What a connection turned out to be for. */
    sealed interface Outcome {
        /** Nothing more: it was closed, or is to be closed without a word. */
        record Over() implements Outcome {}

        /** It wants to cancel what another connection runs. */
        record Cancel(int process, byte[] secret) implements Outcome {}

        /**
         * A session.
         *
         * @param parameters in the order given
         * @param minor the minor version of protocol 3 agreed on
         */
        record Start(Map<String, String> parameters, int minor) implements Outcome {}
    }

    Outcome read() throws IOException {
        beginWaiting();
        boolean tlsAsked = false;
        boolean gssAsked = false;
        while (true) {
            byte[] first = connection.input().peek(1);
            if (first.length == 0 || first[0] == TLS_HANDSHAKE && !directTls()) {
                return new Outcome.Over();
            }
            int length = in.int32FromStream();
            if (length < 8 || length > MAX_PACKET + 4) {
                return new Outcome.Over();
            }
            in.packet(length - 4);
            int code = in.int32();
            if (code == TLS_REQUEST
                    && length == 8
                    && !tlsAsked
                    && connection.tls().isEmpty()) {
                tlsAsked = true;
                if (tls.isPresent()) {
                    encrypt(tls.get());
                } else {
                    refuseEncryption();
                }
            } else if (code == GSS_REQUEST && length == 8 && !gssAsked) {
                gssAsked = true;
                refuseEncryption();
            } else if (code == CANCEL_REQUEST && in.remaining() < 2 * Integer.BYTES) {
                return new Outcome.Over();
            } else if (code == CANCEL_REQUEST) {
                int process = in.int32();
                byte[] secret = new byte[in.remaining()];
                System.arraycopy(in.bytes(), in.position(), secret, 0, secret.length);
                return new Outcome.Cancel(process, secret);
            } else {
                return start(code);
            }
        }
    }

    private void beginWaiting() {
        connection.input().patience(Patience.until(limits.firstBytes()));
    }

    /** A client that begins with TLS must mean this protocol. */
    private boolean directTls() throws IOException {
        if (tls.isEmpty() || connection.tls().isPresent()) {
            return false;
        }
        connection.secure(tls.get(), List.of(ALPN));
        beginWaiting();
        return connection.tls().orElseThrow().application().equals(ALPN);
    }

    private void encrypt(Tls material) throws IOException {
        refuseEarlyBytes();
        out.bare('S');
        out.flush();
        connection.secure(material, List.of(ALPN));
        beginWaiting();
    }

    /** What was sent before our answer could be an attacker's, put in front of an encrypted session. */
    private void refuseEarlyBytes() {
        if (connection.input().available() > 0) {
            throw PgError.fatal(SqlState.PROTOCOL_VIOLATION, "received unencrypted data after SSL request");
        }
    }

    private void refuseEncryption() throws IOException {
        refuseEarlyBytes();
        out.bare('N');
        out.flush();
    }

    private Outcome start(int version) throws IOException {
        int major = version >>> 16;
        if (major == 2) {
            byte[] text = "EFATAL:  unsupported frontend protocol 2.0: server supports 3.0 to 3.2\n\0"
                    .getBytes(StandardCharsets.US_ASCII);
            connection.write(text, 0, text.length);
            return new Outcome.Over();
        }
        if (major != 3) {
            throw PgError.fatal(
                    SqlState.NOT_SUPPORTED,
                    "unsupported frontend protocol " + major + "." + (version & 0xFFFF)
                            + ": server supports 3.0 to 3.2");
        }
        Map<String, String> parameters = parameters();
        List<String> unknown = new ArrayList<>();
        for (String name : parameters.keySet()) {
            if (name.startsWith("_pq_.")) {
                unknown.add(name);
            }
        }
        unknown.forEach(parameters::remove);
        int minor = version == VERSION_3_2 ? 2 : 0;
        boolean newer = version != VERSION_3_0 && version != VERSION_3_2;
        if (newer && (version & 0xFFFF) > 2) {
            minor = 2;
        }
        if (newer || !unknown.isEmpty()) {
            negotiate(VERSION_3_0 | minor, unknown);
        }
        return new Outcome.Start(parameters, minor);
    }

    private Map<String, String> parameters() {
        int end = in.position() + in.remaining();
        if (in.remaining() == 0 || in.bytes()[end - 1] != 0) {
            throw withoutTerminator();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        while (in.remaining() > 1) {
            String name = in.string();
            if (name.isEmpty() || in.remaining() < 2) {
                throw withoutTerminator();
            }
            parameters.put(name, in.string());
        }
        if (in.remaining() != 1) {
            throw withoutTerminator();
        }
        return parameters;
    }

    private static PgError withoutTerminator() {
        return PgError.fatal(
                SqlState.PROTOCOL_VIOLATION, "invalid startup packet layout: expected terminator as last byte");
    }

    private void negotiate(int version, List<String> unknown) throws IOException {
        ByteSink message = out.begin('v');
        BigEndian.putInt(message, version);
        BigEndian.putInt(message, unknown.size());
        for (String name : unknown) {
            MessageWriter.string(message, name);
        }
        out.end();
    }
}
