package io.millrace.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.io.RealVfs;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.net.listen.ProtocolServer;
import io.millrace.net.listen.TlsServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections secured from the first byte or later, with certificates that are exchanged meanwhile. */
class TlsTest {
    @TempDir
    private Path folder;

    private TlsOptions made() throws IOException {
        return SelfSigned.in(new RealVfs(), folder, "localhost", Instant.now());
    }

    /** Answers every byte with the next one. */
    private record Successor(CompletableFuture<TlsSession> session) implements ProtocolServer {
        @Override
        public void serve(Connection connection) throws IOException {
            connection.tls().ifPresent(session::complete);
            int read;
            while ((read = connection.input().read()) >= 0) {
                connection.write(new byte[] {(byte) (read + 1)}, 0, 1);
            }
        }

        @Override
        public void refuse(Connection connection) {}
    }

    /** As PostgreSQL: one byte asks for TLS, one byte agrees; or the handshake comes at once. */
    private record Upgrading(Tls tls, ProtocolServer inner) implements ProtocolServer {
        @Override
        public void serve(Connection connection) throws IOException {
            if (connection.input().peek(1)[0] == 'T') {
                connection.write(new byte[] {'S'}, 0, connection.input().read() == 'T' ? 1 : 0);
            }
            connection.secure(tls, List.of("postgresql"));
            inner.serve(connection);
        }

        @Override
        public void refuse(Connection connection) {}
    }

    private static Listener listen(ProtocolServer protocol) throws IOException {
        return Listener.open("test", Listener.loopback(0), protocol, ListenLimits.defaults());
    }

    private static Socket connect(Listener listener) throws IOException {
        return new Socket("127.0.0.1", listener.address().getPort());
    }

    private static SSLSocket over(Socket plain, X509Certificate trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", trusted);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"postgresql"});
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static int ask(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    @Test
    void securedFromTheFirstByte() throws Exception {
        Tls tls = new Tls(new RealVfs(), made());
        CompletableFuture<TlsSession> session = new CompletableFuture<>();
        try (Listener listener = listen(new TlsServer(tls, List.of(), new Successor(session)));
                SSLSocket client = over(connect(listener), tls.certificate())) {
            assertThat(ask(client, 41)).isEqualTo(42);
            assertThat(client.getSession().getPeerCertificates()[0]).isEqualTo(tls.certificate());
            assertThat(session.get().server()).isEqualTo(tls.certificate());
            assertThat(session.get().client()).isEmpty();
            assertThat(session.get().protocol()).isEqualTo("TLSv1.3");
        }
    }

    /** A ClientHello without the extensions of today is of the highest version that it names. */
    @ParameterizedTest
    @ValueSource(strings = {"0300", "0301", "0302"})
    void oldVersionsAreRefused(String version) throws Exception {
        String hello = version + "00".repeat(32) + "00" + "0004" + "c013002f" + "0100";
        String handshake = "01" + String.format(Locale.ROOT, "%06x", hello.length() / 2) + hello;
        String message = "160301" + String.format(Locale.ROOT, "%04x", handshake.length() / 2) + handshake;
        Tls tls = new Tls(new RealVfs(), made());
        try (Listener listener = listen(new TlsServer(tls, List.of(), new Successor(new CompletableFuture<>())));
                Socket client = connect(listener)) {
            client.getOutputStream().write(HexFormat.of().parseHex(message));
            byte[] answer = client.getInputStream().readAllBytes();
            assertThat(answer.length).isGreaterThanOrEqualTo(7);
            assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
            assertThat(answer[5]).as("that ends the connection").isEqualTo((byte) 2);
        }
    }

    @Test
    void upgradedInPlaceOrAfterALook() throws Exception {
        Tls tls = new Tls(new RealVfs(), made());
        try (Listener listener = listen(new Upgrading(tls, new Successor(new CompletableFuture<>())))) {
            Socket asking = connect(listener);
            assertThat(ask(asking, 'T')).isEqualTo('S');
            try (SSLSocket client = over(asking, tls.certificate())) {
                assertThat(ask(client, 1)).isEqualTo(2);
                assertThat(client.getApplicationProtocol()).isEqualTo("postgresql");
            }
            try (SSLSocket direct = over(connect(listener), tls.certificate())) {
                assertThat(ask(direct, 5)).isEqualTo(6);
            }
        }
    }

    @Test
    void aNewCertificateIsUsedWithoutRestart() throws Exception {
        Tls tls = new Tls(new RealVfs(), made());
        X509Certificate before = tls.certificate();
        TlsOptions others = SelfSigned.in(new RealVfs(), folder.resolve("others"), "localhost", Instant.now());
        Files.copy(others.certificate(), folder.resolve("server.crt"), StandardCopyOption.REPLACE_EXISTING);
        tls.check();
        assertThat(tls.certificate()).as("one of two files does not fit").isEqualTo(before);
        Files.copy(others.privateKey(), folder.resolve("server.key"), StandardCopyOption.REPLACE_EXISTING);
        tls.check();
        assertThat(tls.certificate()).isNotEqualTo(before);
        try (Listener listener = listen(new TlsServer(tls, List.of(), new Successor(new CompletableFuture<>())));
                SSLSocket client = over(connect(listener), tls.certificate())) {
            assertThat(ask(client, 7)).isEqualTo(8);
        }
    }

    @Test
    void aClientWithoutCertificateIsRefusedWhereOneMustBeShown() throws Exception {
        TlsOptions made = made();
        Tls strict = new Tls(
                new RealVfs(),
                new TlsOptions(
                        made.certificate(),
                        made.privateKey(),
                        Optional.of(made.certificate()),
                        TlsOptions.Verification.STRICT));
        try (Listener listener = listen(new TlsServer(strict, List.of(), new Successor(new CompletableFuture<>())))) {
            // With TLS 1.3 the client may write before it hears of the refusal, which has to arrive all the same.
            for (int i = 0; i < 20; i++) {
                try (SSLSocket client = over(connect(listener), strict.certificate())) {
                    assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(SSLException.class);
                }
            }
        }
    }

    @Test
    void rsaKeysInBothFormats() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        byte[] pkcs1 = Der.content(Der.child(key.getEncoded(), Der.OCTET_STRING));
        assertThat(key("PRIVATE KEY", key.getEncoded())).isEqualTo(key);
        assertThat(key("RSA PRIVATE KEY", pkcs1)).isEqualTo(key);
    }

    @Test
    void whatIsWrongWithAKeyIsSaidWithTheFile() {
        assertThatThrownBy(() -> key("ENCRYPTED PRIVATE KEY", new byte[8]))
                .hasMessageContaining("key.pem")
                .hasMessageContaining("password");
        assertThatThrownBy(() -> key("EC PRIVATE KEY", new byte[] {48, 2, 1})).hasMessageContaining("damaged");
        assertThatThrownBy(() -> key("OTHER", new byte[] {1})).hasMessageContaining("no private key");
        assertThatThrownBy(() -> PemFile.read(new RealVfs(), folder.resolve("nowhere")))
                .hasMessageContaining("cannot be read");
    }

    private PrivateKey key(String label, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label + "-----\n";
        return PemFile.read(new RealVfs(), Files.writeString(folder.resolve("key.pem"), text))
                .privateKey();
    }
}
