package io.millrace.net.tls;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.io.Vfs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates and private keys in PEM, as openssl writes them: PKCS#8, PKCS#1 (RSA) and SEC 1 (elliptic curves). */
final class PemFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final String DASHES = "-----";

    private final Path file;
    private final List<Block> blocks;

    private record Block(String label, byte[] bytes) {}

    private PemFile(Path file, List<Block> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    /**
     * @throws DbException INVALID_CONFIG_PARAMETER with the file and what is wrong
     */
    static PemFile read(Vfs files, Path file) {
        String text;
        try {
            text = new String(files.readAll(file), StandardCharsets.ISO_8859_1);
        } catch (DbException e) {
            throw wrong(file, "cannot be read: " + e.getMessage() + ". Check the path and its permissions");
        }
        List<Block> blocks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (labelEnd < 0) {
                throw wrong(file, "is cut off");
            }
            String label = text.substring(at + BEGIN.length(), labelEnd);
            int end = text.indexOf("-----END " + label + DASHES, labelEnd);
            if (end < 0) {
                throw wrong(file, "has no end of its " + label);
            }
            String body = text.substring(labelEnd + DASHES.length(), end);
            if (body.contains("Proc-Type") || label.startsWith("ENCRYPTED")) {
                throw wrong(file, "has a key with a password. Write the key without one, with openssl pkey");
            }
            try {
                blocks.add(new Block(label, Base64.getMimeDecoder().decode(body)));
            } catch (IllegalArgumentException e) {
                throw wrong(file, "has a damaged " + label);
            }
            at = text.indexOf(BEGIN, end);
        }
        return new PemFile(file, blocks);
    }

    /** All certificates in their order; at least one. */
    List<X509Certificate> certificates() {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE")
                        && factory.generateCertificate(new ByteArrayInputStream(block.bytes()))
                                instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        } catch (CertificateException e) {
            throw wrong(file, "has a damaged certificate: " + e.getMessage());
        }
        if (found.isEmpty()) {
            throw wrong(file, "has no certificate in PEM");
        }
        return found;
    }

    PrivateKey privateKey() {
        for (Block block : blocks) {
            try {
                switch (block.label()) {
                    case "PRIVATE KEY" -> {
                        return pkcs8(block.bytes());
                    }
                    case "RSA PRIVATE KEY" -> {
                        byte[] algorithm = Der.sequence(Der.oid("1.2.840.113549.1.1.1"), Der.NULL);
                        return pkcs8(wrapped(algorithm, block.bytes()));
                    }
                    case "EC PRIVATE KEY" -> {
                        byte[] curve = Der.content(Der.child(block.bytes(), 0xA0));
                        return pkcs8(wrapped(Der.sequence(Der.oid("1.2.840.10045.2.1"), curve), block.bytes()));
                    }
                    default -> {}
                }
            } catch (IllegalArgumentException | GeneralSecurityException e) {
                throw wrong(file, "has a damaged private key: " + e.getMessage());
            }
        }
        throw wrong(file, "has no private key in PEM");
    }

    /** PKCS#8 around the key's own format. */
    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return Der.sequence(Der.integer(0), algorithm, Der.element(Der.OCTET_STRING, key));
    }

    private static PrivateKey pkcs8(byte[] bytes) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException anotherAlgorithm) {
                // Which one it is stands in the bytes; asking each is simpler than reading them.
            }
        }
        throw new InvalidKeySpecException("neither RSA nor elliptic curves");
    }

    private static DbException wrong(Path file, String what) {
        return new DbException(ErrorCode.INVALID_CONFIG_PARAMETER, "The file " + file + " for TLS " + what);
    }
}
