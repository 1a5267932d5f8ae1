package io.millrace.postgres;

import io.millrace.engine.access.ScramVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of SCRAM-SHA-256 (RFC 5802, 7677): one exchange for one login.
 *
 * <p>Used for users that do not exist too, with a verifier that nothing matches, so that a peer cannot tell them from others.
 */
final class ScramExchange {
    static final String PLAIN = "SCRAM-SHA-256";
    static final String PLUS = "SCRAM-SHA-256-PLUS";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 18;

    private final ScramVerifier verifier;
    private final Optional<byte[]> certificateHash;
    private final boolean plus;
    private final String serverNonce;
    private String header = "";
    private String firstBare = "";
    private String serverFirst = "";

    /**
     * @param certificateHash of the certificate that TLS presented, when channel binding is offered
     * @param mechanism the one the client chose
     */
    ScramExchange(ScramVerifier verifier, Optional<byte[]> certificateHash, String mechanism) {
        this(verifier, certificateHash, mechanism, nonce());
    }

    ScramExchange(ScramVerifier verifier, Optional<byte[]> certificateHash, String mechanism, String serverNonce) {
        this.verifier = verifier;
        this.certificateHash = certificateHash;
        this.plus = mechanism.equals(PLUS);
        this.serverNonce = serverNonce;
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Reads the client's first message and gives the server's. */
    String first(String message) {
        int comma = message.indexOf(',');
        int second = message.indexOf(',', comma + 1);
        if (comma < 0 || second < 0) {
            throw malformed("The message is not that of a client that begins.");
        }
        String binding = message.substring(0, comma);
        if (!message.substring(comma + 1, second).isEmpty()) {
            throw PgError.fatal(SqlState.NOT_SUPPORTED, "client uses authorization identity, but it is not supported");
        }
        checkBinding(binding);
        header = message.substring(0, second + 1);
        firstBare = message.substring(second + 1);
        if (firstBare.startsWith("m=")) {
            throw PgError.fatal(SqlState.NOT_SUPPORTED, "client requires an unsupported SCRAM extension");
        }
        String clientNonce = attribute(firstBare, 'r');
        if (!firstBare.startsWith("n=") || clientNonce.isEmpty()) {
            throw malformed("The client's name or nonce is missing.");
        }
        serverFirst = "r=" + clientNonce + serverNonce + ",s=" + verifier.salt() + ",i=" + ScramVerifier.ITERATIONS;
        return serverFirst;
    }

    /** What the client calls itself; PostgreSQL's clients send nothing, {@code *} or their real name. */
    String clientName() {
        return attribute(firstBare, 'n');
    }

    String clientNonce() {
        return attribute(firstBare, 'r');
    }

    private void checkBinding(String binding) {
        boolean fine = switch (binding) {
            case "n" -> !plus;
            // the client could bind but believes we cannot: somebody between us may have removed the offer
            case "y" -> !plus && certificateHash.isEmpty();
            case "p=tls-server-end-point" -> plus && certificateHash.isPresent();
            default -> false;
        };
        if (!fine) {
            throw malformed("The channel binding flag \"" + binding + "\" does not fit the mechanism.");
        }
    }

    /** Reads the client's last message; the server's answer when the proof is right, empty when it is not. */
    Optional<String> last(String message) {
        int proofAt = message.lastIndexOf(",p=");
        if (proofAt < 0) {
            throw malformed("The proof is missing.");
        }
        String withoutProof = message.substring(0, proofAt);
        if (!attribute(withoutProof, 'c').equals(channelBinding())
                || !attribute(withoutProof, 'r').equals(attribute(serverFirst, 'r'))) {
            throw malformed("The channel binding or the nonce does not match.");
        }
        byte[] proof;
        try {
            proof = Base64.getDecoder().decode(message.substring(proofAt + 3));
        } catch (IllegalArgumentException e) {
            throw malformed("The proof is no Base64.");
        }
        if (proof.length != 32) {
            throw malformed("The proof has a wrong length.");
        }
        String authMessage = firstBare + "," + serverFirst + "," + withoutProof;
        byte[] signature = hmac(verifier.storedKey(), authMessage);
        byte[] clientKey = new byte[proof.length];
        for (int i = 0; i < proof.length; i++) {
            clientKey[i] = (byte) (proof[i] ^ signature[i]);
        }
        if (!MessageDigest.isEqual(sha256(clientKey), verifier.storedKey())) {
            return Optional.empty();
        }
        return Optional.of("v=" + Base64.getEncoder().encodeToString(hmac(verifier.serverKey(), authMessage)));
    }

    private String channelBinding() {
        byte[] start = header.getBytes(StandardCharsets.UTF_8);
        if (!plus) {
            return Base64.getEncoder().encodeToString(start);
        }
        byte[] hash = certificateHash.orElseThrow();
        byte[] all = java.util.Arrays.copyOf(start, start.length + hash.length);
        System.arraycopy(hash, 0, all, start.length, hash.length);
        return Base64.getEncoder().encodeToString(all);
    }

    private static String attribute(String message, char name) {
        for (String part : message.split(",")) {
            if (part.length() >= 2 && part.charAt(0) == name && part.charAt(1) == '=') {
                return part.substring(2);
            }
        }
        return "";
    }

    private static PgError malformed(String what) {
        return PgError.fatal(SqlState.PROTOCOL_VIOLATION, "malformed SCRAM message: " + what);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
