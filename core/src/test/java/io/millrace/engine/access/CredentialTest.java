package io.millrace.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Credentials against values computed by others: ClickHouse's documentation, PostgreSQL's clients, sha256sum. */
class CredentialTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theDocumentedScramHashIsThatOfItsPassword() {
        ScramVerifier verifier = ScramVerifier.ofPassword("abacaba", "");
        assertThat(HEX.formatHex(verifier.saltedPassword()))
                .isEqualTo("04e7a70338d7af7bb6142fe7e19fef46d9b605f3e78b932a60e8200ef9154976");
        assertThat(Base64.getEncoder().encodeToString(verifier.storedKey()))
                .isEqualTo("mdLEJ/y3eSlreRCmWGpUR+oFTyyZOxsELMwCgx8J72s=");
        assertThat(Base64.getEncoder().encodeToString(verifier.serverKey()))
                .isEqualTo("EyAP+CgSt4YIEDK+M6ddz2MyF6+6OSKVvUapiyJ/mPE=");
        assertThat(new Credential.ScramSha256(verifier).accepts("abacaba")).isTrue();
        assertThat(new Credential.ScramSha256(verifier).accepts("abacabA")).isFalse();
    }

    @Test
    void aSaltInHexadecimalIsReadAsBase64() {
        ScramVerifier verifier = ScramVerifier.ofPassword("abacaba", "00112233445566778899AABBCCDDEEFF".repeat(2));
        assertThat(HEX.formatHex(verifier.saltedPassword()))
                .isEqualTo("12a906588dee8a0a618ed9682cf7a0a4135f5fc76627887d3d68c9c07344930b");
    }

    @Test
    void newVerifiersDifferAndAcceptTheirPassword() {
        ScramVerifier one = ScramVerifier.ofPassword("пароль");
        ScramVerifier other = ScramVerifier.ofPassword("пароль");
        assertThat(one).isNotEqualTo(other);
        assertThat(one.salt()).hasSize(64);
        assertThat(one.accepts("пароль")).isTrue();
        assertThat(one.accepts("")).isFalse();
    }

    @Test
    void scramAcceptsAPasswordAsClientsPrepareIt() {
        ScramVerifier prepared = ScramVerifier.ofPassword("IX");
        assertThat(prepared.accepts("I\u00ADX")).isTrue();
        assertThat(prepared.accepts("\u2168")).isTrue();
    }

    @Test
    void hashesOfPasswords() {
        byte[] sha256 = HEX.parseHex("65e84be33532fb784c48129675f9eff3a682b27168c0ea744b2cf58ee02337c5");
        assertThat(new Credential.Sha256(sha256, "").accepts("qwerty")).isTrue();
        assertThat(new Credential.Sha256(sha256, "").accepts("Qwerty")).isFalse();
        assertThat(new Credential.Sha256(sha256, "ty").accepts("qwer")).isTrue();
        byte[] doubleSha1 = HEX.parseHex("aa1420f182e88b9e5f874f6fbe7459291e8f4601");
        assertThat(new Credential.DoubleSha1(doubleSha1).accepts("qwerty")).isTrue();
        assertThat(new Credential.DoubleSha1(doubleSha1).accepts("")).isFalse();
    }

    @Test
    void whoHasNoPasswordIsLetInWithAny() {
        assertThat(new Credential.NoPassword().accepts("anything")).isTrue();
        assertThat(new Credential.Plaintext("").accepts("anything")).isFalse();
        assertThat(new Credential.Plaintext("").accepts("")).isTrue();
    }
}
