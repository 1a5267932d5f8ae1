package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a user proves its identity with. Immutable; comparisons take the same time whatever is given. */
public sealed interface Credential {
    /** Whether a password given in the clear is the right one. */
    boolean accepts(String password);

    /** What system.users calls it. */
    default String method() {
        return switch (this) {
            case NoPassword none -> "no_password";
            case Plaintext plain -> "plaintext_password";
            case Sha256 hash -> "sha256_password";
            case DoubleSha1 hash -> "double_sha1_password";
            case ScramSha256 scram -> "scram_sha256_password";
            case SslCertificate names -> "ssl_certificate";
        };
    }

    /** Anybody may be this user; whatever password is given is not looked at, as in ClickHouse. */
    record NoPassword() implements Credential {
        @Override
        public boolean accepts(String password) {
            return true;
        }
    }

    /** A password kept as it is; an empty one is that of a user who has none. */
    record Plaintext(String password) implements Credential {
        @Override
        public boolean accepts(String given) {
            return MessageDigest.isEqual(bytes(given), bytes(password));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Plaintext";
        }
    }

    /**
     * SHA-256 of the password, followed by the salt.
     *
     * @param salt text appended to the password; empty for none
     */
    record Sha256(byte[] hash, String salt) implements Credential {
        static Sha256 ofPassword(String password, String salt) {
            return new Sha256(digest("SHA-256", bytes(password + salt)), salt);
        }

        @Override
        public boolean accepts(String given) {
            return MessageDigest.isEqual(hash, digest("SHA-256", bytes(given + salt)));
        }
    }

    /** SHA-1 of the SHA-1 of the password, as MySQL keeps it. */
    record DoubleSha1(byte[] hash) implements Credential {
        static DoubleSha1 ofPassword(String password) {
            return new DoubleSha1(digest("SHA-1", digest("SHA-1", bytes(password))));
        }

        @Override
        public boolean accepts(String given) {
            return MessageDigest.isEqual(hash, digest("SHA-1", digest("SHA-1", bytes(given))));
        }
    }

    /** SCRAM-SHA-256 with 4096 iterations; see {@link ScramVerifier}. A password in the clear is accepted, too. */
    record ScramSha256(ScramVerifier verifier) implements Credential {
        @Override
        public boolean accepts(String given) {
            return verifier.accepts(given);
        }
    }

    /** A TLS certificate whose common name is one of these; never a password. */
    record SslCertificate(Set<String> commonNames) implements Credential {
        public SslCertificate {
            commonNames = Set.copyOf(commonNames);
        }

        @Override
        public boolean accepts(String password) {
            return false;
        }

        /** Whether the certificate, whose chain was checked already, bears one of the names. */
        public boolean accepts(X509Certificate certificate) {
            return commonName(certificate).filter(commonNames::contains).isPresent();
        }

        private static Optional<String> commonName(X509Certificate certificate) {
            try {
                return new LdapName(certificate.getSubjectX500Principal().getName())
                        .getRdns().stream()
                                .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                                .map(Rdn::getValue)
                                .map(Object::toString)
                                .findFirst();
            } catch (InvalidNameException e) {
                return Optional.empty();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw DbException.bug("The Java runtime has no " + algorithm);
        }
    }
}
