package io.millrace.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the configuration says about sessions, files of formats, and how large requests may be. */
final class ConfiguredTest {
    private static final String CONFIG = """
            <clickhouse>
              <display_name>evil.example</display_name>
              <default_session_timeout>1</default_session_timeout>
              <max_session_timeout>7</max_session_timeout>
              <format_schema_path>%s</format_schema_path>
              <profiles><default>
                <http_max_uri_size>3000</http_max_uri_size>
                <http_max_multipart_form_data_size>4000</http_max_multipart_form_data_size>
              </default></profiles>
              <http_handlers>
                <rule><full_url>prefix:http://localhost</full_url><url>/where</url>
                  <handler><type>static</type><response_content>plain</response_content></handler></rule>
                <rule><full_url><![CDATA[regex:https://localhost:\\d+/where]]></full_url>
                  <handler><type>static</type><response_content>secured</response_content></handler></rule>
                <defaults/>
              </http_handlers>
            </clickhouse>
            """;

    private static final String TLS_PORT = Integer.toString(TestServer.freePort());

    private static Path folder;
    private static TestServer server;
    private static Asking asking;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("millrace-configured-");
        Files.writeString(folder.resolve("row.txt"), "<${a:CSV}>");
        Path config = folder.resolve("config.xml");
        Files.writeString(config, CONFIG.formatted(folder));
        server = TestServer.start("--config", config.toString(), "--https-port", TLS_PORT);
        asking = Asking.of(server.uri());
    }

    @AfterAll
    static void stop() throws IOException {
        asking.close();
        server.close();
        for (String file : new String[] {"row.txt", "config.xml", "."}) {
            Files.delete(folder.resolve(file).normalize());
        }
    }

    @Test
    void sessionsEndWhenTheConfigurationSaysSo() throws IOException, InterruptedException {
        assertThat(asking.post("/?session_id=s&session_timeout=7", "SELECT 1").body())
                .isEqualTo("1\n");
        assertThat(asking.post("/?session_id=s&session_timeout=8", "SELECT 1").body())
                .startsWith("Code: 374.")
                .contains("Session timeout '8' is larger than max_session_timeout: 7.");
        assertThat(asking.post("/?session_id=short", "SELECT 1").body()).isEqualTo("1\n");
        long start = System.nanoTime();
        // Asking for the session would keep it alive, so there is one question, well after its second.
        LockSupport.parkNanos(Duration.ofMillis(2500).toNanos());
        assertThat(asking.post("/?session_id=short&session_check=1", "SELECT 1").body())
                .as("after %d ms", (System.nanoTime() - start) / 1_000_000)
                .startsWith("Code: 372.");
    }

    @Test
    void patternsOfFormatsLieWhereTheConfigurationSays() throws IOException, InterruptedException {
        String select = "SELECT 'x' AS a FORMAT Template SETTINGS format_template_row = '%s'";
        assertThat(asking.post("/", select.formatted("row.txt")).body()).isEqualTo("<\"x\">");
        HttpResponse<String> outside = asking.post("/", select.formatted("../row.txt"));
        assertThat(outside.statusCode()).isEqualTo(400);
        assertThat(outside.body()).startsWith("Code: 36.").contains("is not inside of format_schema_path");
    }

    @Test
    void profilesAndAddressesBoundRequests() throws IOException, InterruptedException {
        String lengthy = "/?query=SELECT%201&log_comment=" + "x".repeat(3000);
        assertThat(asking.get(lengthy).statusCode()).isEqualTo(414);
        assertThat(asking.get(lengthy + "&http_max_uri_size=4000").body()).isEqualTo("1\n");
        assertThat(asking.get("/?query=SELECT%201&http_max_fields=9" + "&limit=0".repeat(9))
                        .statusCode())
                .isEqualTo(400);
        assertThat(asking.get("/?query=SELECT%201&http_max_field_name_size=99999")
                        .body())
                .isEqualTo("1\n");
        assertThat(asking.get("/?query=SELECT%201&http_max_field_name_size=20").statusCode())
                .isEqualTo(400);
        assertThat(asking.post(
                                "/?query=SELECT%201&http_max_field_value_size=50",
                                BodyPublishers.noBody(), "X-Long", "x".repeat(60))
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void formsAreBounded() throws IOException, InterruptedException {
        assertThat(form(1000).body()).isEqualTo("1000\n");
        assertThat(form(4000).body()).startsWith("Code: 290.").contains("http_max_multipart_form_data_size");
    }

    private static HttpResponse<String> form(int bytes) throws IOException, InterruptedException {
        String body = "--b\r\nContent-Disposition: form-data; name=\"t\"; filename=\"t\"\r\n\r\n" + "x".repeat(bytes)
                + "\r\n--b--\r\n";
        return asking.post(
                "/?query=SELECT%20length(s)%20FROM%20t&t_structure=s%20String",
                BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    @Test
    void rulesTellHttpsFromHttp() throws IOException, InterruptedException {
        String plain = "localhost:" + server.uri().getPort();
        assertThat(curl("http://" + plain + "/where")).isEqualTo("plain");
        assertThat(curl("https://localhost:" + TLS_PORT + "/where")).isEqualTo("secured");
    }

    private static String curl(String address) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("curl", "-sk", address).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }

    /** A name that clients are shown need not be one that they may use: anybody may own it. */
    @Test
    void theDisplayNameIsNoNameOfThisMachine() throws IOException, InterruptedException {
        assertThat(asking.post("/", BodyPublishers.ofString("SELECT 1"), "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }
}
