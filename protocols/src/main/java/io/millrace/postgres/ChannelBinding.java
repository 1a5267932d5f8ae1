package io.millrace.postgres;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/** The channel binding {@code tls-server-end-point} (RFC 5929): the hash of the certificate that the server has shown. */
final class ChannelBinding {
    private ChannelBinding() {}

    /** Empty for certificates whose signatures have no hash of their own, such as Ed25519. */
    static Optional<byte[]> hash(X509Certificate certificate) {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        int with = signature.indexOf("WITH");
        if (with < 0) {
            return Optional.empty();
        }
        String name = signature.substring(0, with);
        String algorithm = switch (name) {
            case "MD5", "SHA1" -> "SHA-256";
            default -> name.startsWith("SHA") && name.indexOf('-') < 0 ? "SHA-" + name.substring(3) : name;
        };
        try {
            return Optional.of(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
