package io.millrace.net.tls;

import io.millrace.base.config.ConfigTree;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a configuration says about TLS in {@code openSSL/server}; immutable.
 *
 * @param certificate the chain, the server's own certificate first
 * @param authorities a file or a directory of certificates that clients' certificates are checked against; empty for those of the Java runtime
 * @param verification whether clients show certificates
 */
public record TlsOptions(Path certificate, Path privateKey, Optional<Path> authorities, Verification verification) {
    /** What is asked of clients. */
    public enum Verification {
        /** No certificate. */
        NONE,
        /** One may be shown and is checked then. */
        RELAXED,
        /** One must be shown. */
        STRICT
    }

    /** Empty when no certificate is configured. */
    public static Optional<TlsOptions> of(ConfigTree config) {
        Optional<ConfigTree> server = config.at("openSSL/server");
        Optional<String> certificate =
                server.flatMap(s -> s.text("certificateFile")).filter(f -> !f.isEmpty());
        if (server.isEmpty() || certificate.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> key = server.get().text("privateKeyFile").filter(f -> !f.isEmpty());
        Optional<Path> authorities =
                server.get().text("caConfig").filter(f -> !f.isEmpty()).map(Path::of);
        return Optional.of(new TlsOptions(
                Path.of(certificate.get()),
                Path.of(key.orElse(certificate.get())),
                authorities,
                server.get()
                        .at("verificationMode")
                        .map(TlsOptions::verification)
                        .orElse(authorities.isPresent() ? Verification.RELAXED : Verification.NONE)));
    }

    private static Verification verification(ConfigTree mode) {
        return switch (mode.text().toLowerCase(Locale.ROOT)) {
            case "none" -> Verification.NONE;
            case "", "relaxed" -> Verification.RELAXED;
            case "strict", "once" -> Verification.STRICT;
            default -> throw mode.wrong("'" + mode.text() + "' is not known. Write none, relaxed, strict or once");
        };
    }
}
