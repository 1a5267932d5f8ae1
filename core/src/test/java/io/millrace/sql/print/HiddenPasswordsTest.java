package io.millrace.sql.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HiddenPasswordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE USER u IDENTIFIED BY 'secret' HOST NAME 'h'|CREATE USER u IDENTIFIED BY '[HIDDEN]' HOST NAME 'h'",
                "ALTER USER u IDENTIFIED WITH sha256_hash by 'se\\'cret' SALT 'grain'"
                        + "|ALTER USER u IDENTIFIED WITH sha256_hash by '[HIDDEN]' SALT '[HIDDEN]'",
                "CREATE USER `BY` /* BY */ IDENTIFIED BY $$secret$$|CREATE USER `BY` /* BY */ IDENTIFIED BY '[HIDDEN]'",
                "CREATE USER ü IDENTIFIED WITH plaintext_password BY 'ß' SETTINGS custom = 'x'"
                        + "|CREATE USER ü IDENTIFIED WITH plaintext_password BY '[HIDDEN]' SETTINGS custom = 'x'",
                "CREATE USER u NOT IDENTIFIED|CREATE USER u NOT IDENTIFIED"
            })
    void onlySecretsAreHidden(String statement, String shown) {
        assertThat(HiddenPasswords.in(statement)).isEqualTo(shown);
    }
}
