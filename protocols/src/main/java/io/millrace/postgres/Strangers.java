package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.engine.access.ScramVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What users that do not exist are asked with, so that they look like others: each name has its salt, and no password fits. Thread-safe. */
final class Strangers {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret = new byte[BYTES];

    Strangers() {
        new SecureRandom().nextBytes(secret);
    }

    ScramVerifier verifier(String name) {
        String salt = HexFormat.of().withUpperCase().formatHex(keyed("salt " + name));
        return new ScramVerifier(keyed("password " + name), salt);
    }

    private byte[] keyed(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw DbException.bug("The Java runtime has no " + ALGORITHM);
        }
    }
}
