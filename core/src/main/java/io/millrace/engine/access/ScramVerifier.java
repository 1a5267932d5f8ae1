package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What ClickHouse keeps of a SCRAM-SHA-256 password (RFC 5802 and 7677): the salted password itself, from which all keys follow. Immutable.
 *
 * @param saltedPassword PBKDF2-HMAC-SHA-256 of the password, 32 bytes
 * @param salt in Base64, sent to clients verbatim; empty for a password from users.xml, which has no salt
 */
public record ScramVerifier(byte[] saltedPassword, String salt) {
    /** Always as many, and therefore kept nowhere. */
    public static final int ITERATIONS = 4096;

    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A verifier for a new password. As in ClickHouse the salt's text is that of 32 random bytes in hexadecimal, which is valid Base64. */
    public static ScramVerifier ofPassword(String password) {
        byte[] random = new byte[HASH_BYTES];
        RANDOM.nextBytes(random);
        String salt = HexFormat.of().withUpperCase().formatHex(random);
        return ofPassword(password, salt);
    }

    /** A verifier for a password under a given salt in Base64. */
    public static ScramVerifier ofPassword(String password, String salt) {
        return new ScramVerifier(
                salted(SaslPrep.prepare(password), Base64.getDecoder().decode(salt)), salt);
    }

    /** What a client's proof is checked against: SHA-256 of the client key. */
    public byte[] storedKey() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(hmac(saltedPassword, "Client Key"));
        } catch (GeneralSecurityException e) {
            throw DbException.bug("The Java runtime has no SHA-256");
        }
    }

    /** What the server's signature is made with. */
    public byte[] serverKey() {
        return hmac(saltedPassword, "Server Key");
    }

    /** Whether this is the password, as it is or as clients prepare it. */
    boolean accepts(String password) {
        byte[] saltBytes = Base64.getDecoder().decode(salt);
        boolean raw = MessageDigest.isEqual(saltedPassword, salted(password, saltBytes));
        String prepared = SaslPrep.prepare(password);
        return raw || !prepared.equals(password) && MessageDigest.isEqual(saltedPassword, salted(prepared, saltBytes));
    }

    /** PBKDF2's first block; by hand, because the JDK's refuses an empty salt. */
    private static byte[] salted(String password, byte[] salt) {
        Mac mac = mac(password.getBytes(StandardCharsets.UTF_8));
        mac.update(salt);
        byte[] round = mac.doFinal(new byte[] {0, 0, 0, 1});
        byte[] result = round.clone();
        for (int i = 1; i < ITERATIONS; i++) {
            round = mac.doFinal(round);
            for (int b = 0; b < HASH_BYTES; b++) {
                result[b] ^= round[b];
            }
        }
        return result;
    }

    private static byte[] hmac(byte[] key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // HMAC pads keys with zeros, so one zero is the empty key, which the JDK does not take.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw DbException.bug("The Java runtime has no HmacSHA256");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScramVerifier that
                && Arrays.equals(saltedPassword, that.saltedPassword)
                && salt.equals(that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(saltedPassword);
    }

    /** Without what the keys follow from. */
    @Override
    public String toString() {
        return "ScramVerifier";
    }
}
