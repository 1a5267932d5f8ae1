package io.millrace.net.tls;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.FileStamp;
import io.millrace.base.io.Vfs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server secures connections with: its certificate and key, which may be exchanged while it runs. Thread-safe. */
public final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** All that belongs together, so that nobody sees half of a change. */
    private record Material(
            TlsOptions options, SSLContext context, X509Certificate certificate, Map<Path, FileStamp> stamps) {}

    private final Vfs files;
    private volatile Material material;
    private volatile Map<Path, FileStamp> refused = Map.of();

    /**
     * @throws DbException INVALID_CONFIG_PARAMETER if a file cannot be used
     */
    public Tls(Vfs files, TlsOptions options) {
        this.files = files;
        material = load(options);
    }

    /** The certificate that new connections are shown. */
    public X509Certificate certificate() {
        return material.certificate();
    }

    /**
     * Uses other files from now on; connections that are open keep what they have.
     *
     * @throws DbException INVALID_CONFIG_PARAMETER; everything stays as it was
     */
    public void use(TlsOptions options) {
        if (!options.equals(material.options())) {
            material = load(options);
        }
    }

    /** Reads the files again if one has changed. Files that do not fit (one of two has been replaced) leave everything as it was. */
    public void check() {
        Material before = material;
        Map<Path, FileStamp> now = stamps(before.options());
        if (now.equals(before.stamps()) || now.equals(refused)) {
            return;
        }
        try {
            material = load(before.options());
            refused = Map.of();
            LOG.info(
                    "The certificate of {} is used from now on",
                    before.options().certificate());
        } catch (DbException e) {
            refused = now;
            LOG.error("The certificate stays as it was. {}", e.getMessage());
        }
    }

    /**
     * Lays TLS over a connected socket; the handshake has not begun. The socket stays the caller's to close, so that a peer can still be told why a
     * handshake failed.
     *
     * @param received bytes that were taken from the socket and belong to the handshake
     * @param applications what may be agreed on by ALPN; none to leave ALPN alone
     */
    public SSLSocket over(Socket socket, byte[] received, List<String> applications) throws IOException {
        Material now = material;
        if (!(now.context().getSocketFactory().createSocket(socket, new ByteArrayInputStream(received), false)
                instanceof SSLSocket secured)) {
            throw new IOException("The Java runtime gave a socket without TLS");
        }
        secured.setUseClientMode(false);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setUseCipherSuitesOrder(true);
        switch (now.options().verification()) {
            case NONE -> {}
            case RELAXED -> parameters.setWantClientAuth(true);
            case STRICT -> parameters.setNeedClientAuth(true);
        }
        if (!applications.isEmpty()) {
            parameters.setApplicationProtocols(applications.toArray(String[]::new));
        }
        secured.setSSLParameters(parameters);
        return secured;
    }

    private Material load(TlsOptions options) {
        // Before the files: a change that comes in between is seen by the next look.
        Map<Path, FileStamp> stamps = stamps(options);
        List<X509Certificate> chain = PemFile.read(files, options.certificate()).certificates();
        PrivateKey key = PemFile.read(files, options.privateKey()).privateKey();
        try {
            KeyPairs.check(chain.getFirst(), key);
            KeyStore store = emptyStore();
            store.setKeyEntry("server", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust(options).getTrustManagers(), null);
            return new Material(options, context, chain.getFirst(), stamps);
        } catch (GeneralSecurityException | IOException e) {
            throw new DbException(
                    ErrorCode.INVALID_CONFIG_PARAMETER,
                    "The certificate " + options.certificate() + " cannot be used with the key " + options.privateKey()
                            + ": " + e.getMessage());
        }
    }

    private TrustManagerFactory trust(TlsOptions options) throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        if (options.authorities().isEmpty()) {
            factory.init((KeyStore) null);
            return factory;
        }
        KeyStore store = emptyStore();
        for (Path file : authorityFiles(options.authorities().get())) {
            for (X509Certificate certificate : PemFile.read(files, file).certificates()) {
                store.setCertificateEntry("authority " + store.size(), certificate);
            }
        }
        factory.init(store);
        return factory;
    }

    private List<Path> authorityFiles(Path place) {
        if (!files.isDirectory(place)) {
            return List.of(place);
        }
        return files.list(place).stream()
                .map(place::resolve)
                .filter(file -> !files.isDirectory(file))
                .toList();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Map<Path, FileStamp> stamps(TlsOptions options) {
        List<Path> used = new ArrayList<>(List.of(options.certificate(), options.privateKey()));
        options.authorities().ifPresent(used::add);
        Map<Path, FileStamp> stamps = new HashMap<>();
        for (Path file : used) {
            try {
                stamps.put(file, files.stamp(file));
            } catch (DbException e) {
                // A file that is being replaced may be missing for a moment; without its stamp it differs from before.
                stamps.remove(file);
            }
        }
        return stamps;
    }
}
