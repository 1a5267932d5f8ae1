package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.net.http.HttpRequest.BodyFraming;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    private static Credentials of(String query, Map<String, String> fields) throws Exception {
        HttpHeaders headers = new HttpHeaders();
        fields.forEach(headers::add);
        QueryParameters parameters = QueryParameters.parse(query, HttpLimits.defaults());
        return Credentials.of(new HttpRequest(
                "GET",
                "/?" + query,
                "/",
                true,
                parameters,
                HttpVersion.HTTP_1_1,
                headers,
                BodyFraming.NONE,
                0,
                new InetSocketAddress(1),
                false));
    }

    @Test
    void comeFromOneOfFourPlaces() throws Exception {
        assertThat(of("query=1", Map.of())).isEqualTo(new Credentials(Credentials.Source.NONE, "default", ""));
        assertThat(of("user=a&password=b%3A", Map.of()))
                .isEqualTo(new Credentials(Credentials.Source.PARAMETERS, "a", "b:"));
        assertThat(of("password=b", Map.of()))
                .isEqualTo(new Credentials(Credentials.Source.PARAMETERS, "default", "b"));
        assertThat(of("", Map.of("x-clickhouse-user", "a", "X-ClickHouse-Key", "b")))
                .isEqualTo(new Credentials(Credentials.Source.HEADERS, "a", "b"));
        assertThat(of("", Map.of("Authorization", "basic YTpiOmM=")))
                .isEqualTo(new Credentials(Credentials.Source.AUTHORIZATION, "a", "b:c"));
        assertThat(of("", Map.of("Authorization", "Basic YTpiOmM=")).toString()).doesNotContain("b:c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "user=a | X-ClickHouse-User | a | it is not allowed to use X-ClickHouse HTTP headers and authentication via parameters simultaneously",
                "user=a | Authorization | Basic YTpi | it is not allowed to use Authorization HTTP header and authentication via parameters simultaneously",
                "x=y | Authorization | Bearer YTpi | 'Bearer' HTTP Authorization scheme is not supported",
                "x=y | Authorization | Basic ### | not Base64",
                "x=y | Authorization | Basic OmI= | Got an empty user name from Authorization HTTP header",
                "x=y | X-ClickHouse-Key | k | Got an empty user name from X-ClickHouse HTTP headers",
                "user= | X-Other | k | Got an empty user name from authentication via parameters",
            })
    void areRefusedWhenTheyAreAmbiguousOrEmpty(String query, String name, String value, String message) {
        assertThatThrownBy(() -> of(query, Map.of(name, value)))
                .isInstanceOf(DbException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((DbException) e).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED));
    }
}
