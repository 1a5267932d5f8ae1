package io.millrace.net.tls;

import io.millrace.base.io.Vfs;
import io.millrace.base.io.WriteFile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a certificate for a server that nobody gave one: an elliptic-curve key, good for ten years, for this machine's names. Written byte by byte,
 * because the JDK can read certificates but not make them.
 */
public final class SelfSigned {
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SERIAL_BITS = 120;
    private static final byte DIGITAL_SIGNATURE_AND_CERT_SIGN = (byte) 0x84;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private SelfSigned() {}

    /**
     * The options that use the certificate in a directory, which is made if it is not there.
     *
     * @param host this machine's name
     */
    public static TlsOptions in(Vfs files, Path directory, String host, Instant now) throws IOException {
        Path certificate = directory.resolve("server.crt");
        Path key = directory.resolve("server.key");
        if (!files.exists(certificate) || !files.exists(key)) {
            files.createDirectories(directory);
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                KeyPair pair = generator.generateKeyPair();
                if (files.exists(key)) {
                    files.delete(key);
                }
                byte[] keyText = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
                try (WriteFile out = files.createPrivate(key)) {
                    out.write(keyText, 0, keyText.length);
                    out.sync();
                }
                files.replace(certificate, pem("CERTIFICATE", certificate(pair, host, now)));
            } catch (GeneralSecurityException e) {
                throw new IOException("The Java runtime cannot make a certificate", e);
            }
        }
        return new TlsOptions(certificate, key, Optional.empty(), TlsOptions.Verification.NONE);
    }

    private static byte[] certificate(KeyPair pair, String host, Instant now) throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
        byte[] name = Der.sequence(Der.element(Der.SET, Der.sequence(Der.oid("2.5.4.3"), Der.utf8(host))));
        byte[] publicKey = pair.getPublic().getEncoded();
        byte[] content = Der.sequence(
                Der.tagged(0, Der.integer(2)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)),
                algorithm,
                name,
                Der.sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(LIFETIME))),
                name,
                publicKey,
                Der.tagged(3, extensions(host, publicKey)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
    }

    private static byte[] time(Instant instant) {
        return Der.element(Der.UTC_TIME, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    /** It is its own authority, so that clients can be told to trust just this one. */
    private static byte[] extensions(String host, byte[] publicKey) throws GeneralSecurityException {
        byte[] keyId = MessageDigest.getInstance("SHA-1").digest(Der.child(publicKey, Der.BIT_STRING));
        byte[] names = Der.sequence(dns("localhost"), dns(host), address("127.0.0.1"), address("::1"));
        return Der.sequence(
                extension("2.5.29.19", true, Der.sequence(Der.TRUE)),
                extension("2.5.29.15", true, Der.bits(2, DIGITAL_SIGNATURE_AND_CERT_SIGN)),
                extension("2.5.29.14", false, Der.element(Der.OCTET_STRING, keyId)),
                extension("2.5.29.17", false, names));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return Der.sequence(Der.oid(oid), critical ? Der.TRUE : new byte[0], Der.element(Der.OCTET_STRING, value));
    }

    private static byte[] dns(String name) {
        return Der.element(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] address(String literal) {
        return Der.element(IP_ADDRESS, InetAddress.ofLiteral(literal).getAddress());
    }

    private static byte[] pem(String label, byte[] bytes) {
        List<String> lines = List.of(
                "-----BEGIN " + label + "-----",
                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes),
                "-----END " + label + "-----",
                "");
        return String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
    }
}
