package io.millrace.net.tls;

import java.security.GeneralSecurityException;
import java.security.KeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Whether a private key belongs to a certificate: what the one signs the other must verify. */
final class KeyPairs {
    private KeyPairs() {}

    static void check(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] text = {1, 2, 3};
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(text);
        Signature verifying = Signature.getInstance(algorithm);
        boolean fits = false;
        if (certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(text);
            fits = verifying.verify(signing.sign());
        }
        if (!fits) {
            throw new KeyException("the key belongs to another certificate");
        }
    }
}
