package io.millrace.base.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A reusable cryptographic digest of the JDK (MD5, SHA-1, SHA-224, SHA-256, SHA-384, SHA-512, SHA-512/256) over byte
 * ranges.
 *
 * <p>Not thread-safe: one instance per thread of execution, made once per expression rather than per row.
 */
public final class Digests {
    private final MessageDigest digest;
    private final byte[] scratch;

    private Digests(MessageDigest digest) {
        this.digest = digest;
        this.scratch = new byte[digest.getDigestLength()];
    }

    /** A digest by its JDK name, for example {@code "SHA-256"}. */
    public static Digests of(String algorithm) {
        try {
            return new Digests(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("The Java runtime has no digest " + algorithm, e);
        }
    }

    public static Digests md5() {
        return of("MD5");
    }

    /** Bytes of one result. */
    public int resultBytes() {
        return scratch.length;
    }

    /** Writes the digest of a byte range to {@code out} at {@code outOff}. */
    public void digest(byte[] s, int off, int len, byte[] out, int outOff) {
        digest.update(s, off, len);
        try {
            digest.digest(out, outOff, scratch.length);
        } catch (DigestException e) {
            throw new IllegalArgumentException("No room for a digest of " + scratch.length + " bytes", e);
        }
    }

    /** The first eight bytes of the digest as a big-endian number: with MD5, SQL's {@code halfMD5}. */
    public long half(byte[] s, int off, int len) {
        digest(s, off, len, scratch, 0);
        return Long.reverseBytes(LittleEndian.getLong(scratch, 0));
    }
}
