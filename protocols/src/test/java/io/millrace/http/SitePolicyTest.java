package io.millrace.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may ask without a password. */
final class SitePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:8123, '', true",
        "127.0.0.1:8123, '', true",
        "[::1]:8123, '', true",
        "box.example:8123, '', true",
        "clickhouse:8123, '', true",
        "localhost:8123, http://localhost:5173, true",
        "localhost:8123, http://127.0.0.1, true",
        "localhost:8123, http://[::1]:80, true",
        "'', '', true",
        "evil.example:8123, '', false",
        "evil.example:8123, http://evil.example:8123, false",
        "localhost.evil.example, '', false",
        "127.0.0.1.evil.example, '', false",
        "localhost:8123, http://evil.example, false",
        "localhost:8123, http://evil.example:8123, false",
        "localhost:8123, http://localhost.evil.example, false",
        "localhost:8123, null, false",
        "localhost:8123, 'http://evil.example/localhost', false",
        "localhost:8123, 'https://EVIL.example', false",
    })
    void othersNeedAPassword(String host, String origin, boolean allowed) {
        boolean passes = true;
        try {
            SitePolicy.check(host, origin, "Box.example");
        } catch (DbException e) {
            passes = false;
        }
        assertThat(passes).isEqualTo(allowed);
    }
}
