package io.millrace.app;

import static io.millrace.app.RawPostgres.joined;
import static io.millrace.app.RawPostgres.message;
import static io.millrace.app.RawPostgres.number;
import static io.millrace.app.RawPostgres.startupPacket;
import static io.millrace.app.RawPostgres.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first bytes of a connection up to the first ReadyForQuery, as PostgreSQL 15 answers them, byte by byte. */
class PostgresStartupTest {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int V3 = 3 << 16;
    private static final String NONCE = "CLIENTNONCE0123456789abcd";

    private static PostgresListener plain;
    private static PostgresListener encrypted;

    @BeforeAll
    static void start() throws IOException {
        plain = PostgresListener.open();
        encrypted = PostgresListener.encrypted();
    }

    @AfterAll
    static void stop() {
        plain.close();
        encrypted.close();
    }

    private static String answer(byte[]... first) throws IOException {
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(joined(first));
            return raw.rest();
        }
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsNoStartupPacketEndsWithoutAWord() throws IOException {
        assertThat(answer(bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))).isEmpty();
        for (int length : new int[] {-1, 0, 4, 7, 10_005, Integer.MAX_VALUE}) {
            assertThat(answer(number(length), number(V3)))
                    .as("length " + length)
                    .isEmpty();
        }
        assertThat(answer(new byte[] {0x16, 3, 1, 0, 5, 1, 0, 0, 1, 0}))
                .as("TLS where there is none")
                .isEmpty();
        assertThat(answer(number(12), number(CANCEL_REQUEST), number(1))).isEmpty();
        assertThat(answer(number(16), number(CANCEL_REQUEST), number(1), number(2)))
                .isEmpty();
    }

    @Test
    void versionsAreNegotiated() throws IOException {
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(startupPacket(2 << 16, "user", "x"));
            assertThat(raw.bare()).isEqualTo('E');
            assertThat(raw.bare()).as("the old form has no length").isEqualTo('F');
        }
        assertThat(answer(startupPacket(4 << 16, "user", "x"))).isEqualTo("E(0A000)");
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(startupPacket(V3 | 9, "user", "default", "_pq_.a", "1", "_pq_.bb", ""));
            assertThat(raw.body('v')).isEqualTo(joined(number(V3 | 2), number(2), text("_pq_.a"), text("_pq_.bb")));
            assertThat(raw.next()).isEqualTo("R");
        }
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(startupPacket(V3 | 1, "user", "default"));
            assertThat(raw.body('v')).isEqualTo(joined(number(V3), number(0)));
        }
        for (int minor : new int[] {0, 2}) {
            try (RawPostgres raw = new RawPostgres(plain.port())) {
                raw.write(startupPacket(V3 | minor, "user", "default"));
                assertThat(raw.body('R')).isEqualTo(number(3));
                raw.send('p', text("secret"));
                String message = raw.next();
                while (message.equals("R") || message.equals("S")) {
                    message = raw.next();
                }
                assertThat(message).as("the key of 3." + minor).isEqualTo("K" + (minor == 0 ? 8 : 36));
            }
        }
    }

    @Test
    void packetsAreReadStrictly() throws IOException {
        assertThat(answer(startupPacket(V3, "database", "default"))).isEqualTo("E(28000)");
        assertThat(answer(startupPacket(V3, "user", ""))).isEqualTo("E(28000)");
        assertThat(answer(number(8), number(V3))).isEqualTo("E(08P01)");
        assertThat(answer(number(14), number(V3), bytes("user\0x"))).isEqualTo("E(08P01)");
        assertThat(answer(number(14), number(V3), bytes("user\0\0"))).isEqualTo("E(08P01)");
        assertThat(answer(number(19), number(V3), bytes("user\0a\0\0bb\0")))
                .as("bytes behind the terminator")
                .isEqualTo("E(08P01)");
        assertThat(answer(startupPacket(V3, "user", "default", "replication", "true")))
                .isEqualTo("E(0A000)");
    }

    @Test
    void parametersAreSetOrLeftOut() throws IOException {
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.startup(
                    "user",
                    "default",
                    "driver_version",
                    "x",
                    "client_encoding",
                    "'utf-8'",
                    "application_name",
                    "app",
                    "options",
                    "-c statement_timeout=5s --extra_float_digits=2 -c search_path=a\\ b");
            raw.next();
            raw.send('p', text("secret"));
            raw.until('Z');
            assertThat(raw.query("show application_name")).contains("D(app)");
            assertThat(raw.query("show statement_timeout")).contains("D(5");
            assertThat(raw.query("show extra_float_digits")).contains("D(2)");
            assertThat(raw.query("show search_path")).contains("D(a b)");
        }
        for (String[] wrong : new String[][] {
            {"database", "nowhere", "E(3D000)"},
            {"client_encoding", "LATIN1", "E(22023)"},
            {"extra_float_digits", "many", "E(22023)"}
        }) {
            try (RawPostgres raw = new RawPostgres(plain.port())) {
                raw.startup("user", "default", wrong[0], wrong[1]);
                raw.next();
                raw.send('p', text("secret"));
                assertThat(raw.rest()).as(wrong[0]).isEqualTo("R " + wrong[2]);
            }
        }
    }

    @Test
    void passwordMessages() throws IOException {
        byte[][] messages = {
            message('p', bytes("secret")),
            message('p', text("wrong")),
            message('p', text("")),
            message('p', bytes("secret\0more")),
            message('Q', text("select 1")),
            joined(bytes("p"), number(70_000)),
            joined(bytes("p"), number(3))
        };
        String[] expected = {"R S", "E(28P01)", "E(28P01)", "E(08P01)", "E(08P01)", "E(08P01)", "E(08P01)"};
        for (int i = 0; i < messages.length; i++) {
            try (RawPostgres raw = new RawPostgres(plain.port())) {
                raw.startup("user", "default");
                assertThat(raw.next()).isEqualTo("R");
                raw.write(messages[i]);
                assertThat(i == 0 ? raw.next() + " " + raw.next() : raw.rest())
                        .as("message " + i)
                        .isEqualTo(expected[i]);
            }
        }
    }

    @Test
    void encryptionIsRefusedOrBegun() throws Exception {
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(joined(number(8), number(GSS_REQUEST)));
            assertThat(raw.bare()).isEqualTo('N');
            raw.write(joined(number(8), number(SSL_REQUEST)));
            assertThat(raw.bare()).isEqualTo('N');
            raw.startup("user", "default");
            assertThat(raw.next()).isEqualTo("R");
        }
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.write(joined(number(8), number(SSL_REQUEST)));
            assertThat(raw.bare()).isEqualTo('N');
            raw.write(joined(number(8), number(SSL_REQUEST)));
            assertThat(raw.rest()).as("asked twice").isEqualTo("E(0A000)");
        }
        try (RawPostgres raw = new RawPostgres(encrypted.port())) {
            raw.write(joined(number(8), number(SSL_REQUEST), startupPacket(V3, "user", "default")));
            assertThat(raw.rest()).as("put in front of the encrypted session").isEqualTo("E(08P01)");
        }
        try (RawPostgres raw = new RawPostgres(encrypted.port())) {
            raw.write(joined(number(8), number(SSL_REQUEST)));
            assertThat(raw.bare()).isEqualTo('S');
            raw.encrypt();
            raw.startup("user", "default");
            assertThat(raw.next()).isEqualTo("R");
            raw.send('p', text("secret"));
            assertThat(raw.until('Z')).endsWith("K8 ZI");
        }
    }

    // ---- SCRAM, with the documentation's example

    private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A client's side up to the proof; gives the server's answer, and checks its signature when there is one. */
    private static String scram(String user, String header, String claimedNonce, byte flip) throws Exception {
        byte[] salted = HexFormat.of().parseHex(PostgresListener.SALTED_ABACABA);
        byte[] clientKey = hmac(salted, "Client Key");
        byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
        assertThat(base64(storedKey)).isEqualTo("mdLEJ/y3eSlreRCmWGpUR+oFTyyZOxsELMwCgx8J72s=");
        byte[] serverKey = hmac(salted, "Server Key");
        assertThat(base64(serverKey)).isEqualTo("EyAP+CgSt4YIEDK+M6ddz2MyF6+6OSKVvUapiyJ/mPE=");
        try (RawPostgres raw = new RawPostgres(plain.port())) {
            raw.startup("user", user);
            assertThat(raw.body('R')).isEqualTo(joined(number(10), text("SCRAM-SHA-256"), new byte[1]));
            String bare = "n=,r=" + NONCE;
            byte[] first = bytes(header + bare);
            raw.send('p', text("SCRAM-SHA-256"), number(first.length), first);
            byte[] continued = raw.body('R');
            assertThat(ByteBuffer.wrap(continued).getInt()).isEqualTo(11);
            String serverFirst = new String(continued, 4, continued.length - 4, StandardCharsets.UTF_8);
            assertThat(serverFirst).startsWith("r=" + NONCE).endsWith(",i=4096");
            if (user.equals("scram")) {
                assertThat(serverFirst).endsWith(",s=,i=4096");
            }
            String nonce = claimedNonce.isEmpty() ? serverFirst.substring(2, serverFirst.indexOf(',')) : claimedNonce;
            String withoutProof = "c=" + base64(bytes(header)) + ",r=" + nonce;
            String all = bare + "," + serverFirst + "," + withoutProof;
            byte[] proof = hmac(storedKey, all);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= clientKey[i];
            }
            proof[0] ^= flip;
            raw.send('p', bytes(withoutProof + ",p=" + base64(proof)));
            String answer = raw.next();
            if (!answer.equals("R")) {
                return answer;
            }
            assertThat(raw.lastBody())
                    .as("the server proves itself")
                    .isEqualTo(joined(number(12), bytes("v=" + base64(hmac(serverKey, all)))));
            return raw.until('Z');
        }
    }

    @Test
    void scramProvesBothSides() throws Exception {
        assertThat(scram("scram", "n,,", "", (byte) 0)).startsWith("R S").endsWith("K8 ZI");
        assertThat(scram("scram", "y,,", "", (byte) 0))
                .as("the client could bind, we could not: that is true here")
                .endsWith("ZI");
        assertThat(scram("scram", "n,,", "", (byte) 1)).isEqualTo("E(28P01)");
        for (String refused : new String[] {"nobody", "open"}) {
            assertThat(scram(refused, "n,,", "", (byte) 0))
                    .as("who has no password is asked like others, and fails like others")
                    .isEqualTo("E(28P01)");
        }
        assertThat(scram("scram", "n,,", NONCE + "other", (byte) 0)).isEqualTo("E(08P01)");
    }

    @Test
    void malformedScramEndsTheConnection() throws Exception {
        String[] firsts = {
            "", "n", "n,", "x,,n=,r=abc", "n,,n=", "n,a=me,n=,r=abc", "n,,m=x,n=,r=abc", "p=other,,n=,r=a"
        };
        for (String first : firsts) {
            try (RawPostgres raw = new RawPostgres(plain.port())) {
                raw.startup("user", "scram");
                raw.body('R');
                raw.send('p', text("SCRAM-SHA-256"), number(first.length()), bytes(first));
                assertThat(raw.rest()).as(first).matches("E\\((08P01|0A000)\\)");
            }
        }
        byte[][] messages = {
            message('p', bytes("SCRAM-SHA-256")),
            message('p', text("SCRAM-SHA-256")),
            message('p', text("SCRAM-SHA-256"), number(1000), bytes("n,,")),
            message('p', text("SCRAM-SHA-256"), number(Integer.MIN_VALUE), bytes("n,,")),
            message('p', text("SCRAM-SHA-256-PLUS"), number(-1)),
            message('p', text("SCRAM-SHA-1"), number(-1)),
            message('p', new byte[1025])
        };
        for (int i = 0; i < messages.length; i++) {
            try (RawPostgres raw = new RawPostgres(plain.port())) {
                raw.startup("user", "scram");
                raw.body('R');
                raw.write(messages[i]);
                assertThat(raw.rest()).as("message " + i).isEqualTo("E(08P01)");
            }
        }
    }

    @Test
    void bindingIsOfferedOverTlsAndCannotBeTakenAway() throws Exception {
        for (String header : new String[] {"y,,", "p=tls-server-end-point,,"}) {
            try (RawPostgres raw = new RawPostgres(encrypted.port())) {
                raw.write(joined(number(8), number(SSL_REQUEST)));
                raw.bare();
                raw.encrypt();
                raw.startup("user", "scram");
                byte[] offer = raw.body('R');
                assertThat(Arrays.copyOfRange(offer, 4, offer.length))
                        .isEqualTo(joined(text("SCRAM-SHA-256-PLUS"), text("SCRAM-SHA-256"), new byte[1]));
                byte[] first = bytes(header + "n=,r=" + NONCE);
                raw.send('p', text("SCRAM-SHA-256"), number(first.length), first);
                assertThat(raw.rest()).as(header).isEqualTo("E(08P01)");
            }
        }
    }
}
