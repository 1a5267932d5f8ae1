package io.millrace.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTTP interface over a real engine, as clients see it. */
class HttpInterfaceTest {
    private static final String ENDLESS = "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1";

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void saysThatItIsAlive() throws Exception {
        assertThat(server.ask("GET", "").body()).isEqualTo("Ok.\n");
        HttpResponse<String> ping = server.client()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/ping"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(ping.body()).isEqualTo("Ok.\n");
        assertThat(header(ping, "Content-Type")).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void answersAQueryWithAllHeaders() throws Exception {
        HttpResponse<String> answer = server.get("SELECT 1", "query_id", "mine-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1\n");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/tab-separated-values; charset=UTF-8");
        assertThat(header(answer, "X-ClickHouse-Query-Id")).isEqualTo("mine-1");
        assertThat(header(answer, "X-ClickHouse-Format")).isEqualTo("TabSeparated");
        assertThat(header(answer, "X-ClickHouse-Timezone")).isEqualTo("UTC");
        assertThat(header(answer, "X-ClickHouse-Server-Display-Name")).isEqualTo("here");
        assertThat(header(answer, "X-ClickHouse-Exception-Tag")).matches("[a-z]{16}");
        assertThat(header(answer, "X-ClickHouse-Summary"))
                .matches(
                        "\\{\"read_rows\":\"\\d+\",\"read_bytes\":\"\\d+\",\"written_rows\":\"0\",\"written_bytes\":\"0\","
                                + "\"total_rows_to_read\":\"\\d+\",\"result_rows\":\"1\",\"result_bytes\":\"1\","
                                + "\"elapsed_ns\":\"\\d+\",\"memory_usage\":\"\\d+\"}");
    }

    @Test
    void joinsAddressAndBodyByALineFeed() throws Exception {
        assertThat(server.ask("POST", "1", "query", "SELECT").body()).isEqualTo("1\n");
        HttpResponse<String> torn = server.ask("POST", "ECT 1", "query", "SEL");
        assertThat(torn.statusCode()).isEqualTo(400);
        assertThat(torn.body()).startsWith("Code: 62. DB::Exception: Syntax error: failed at position 1 (SEL)");
    }

    @Test
    void anErrorHasCodeStatusAndText() throws Exception {
        HttpResponse<String> unknown = server.get("SELECT nope");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(header(unknown, "X-ClickHouse-Exception-Code")).isEqualTo("47");
        assertThat(header(unknown, "Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(unknown.body()).startsWith("Code: 47. DB::Exception: ").endsWith("(version 26.7.2.1)\n");
        assertThat(server.get("SELECT * FROM nowhere").statusCode()).isEqualTo(404);
        assertThat(server.get("SELECT 1", "database", "nodb").statusCode()).isEqualTo(404);
        assertThat(server.get("SELECT 1 FORMAT Nope").statusCode()).isEqualTo(404);
        assertThat(header(server.get("SELECT 1", "no_such_setting", "1"), "X-ClickHouse-Exception-Code"))
                .isEqualTo("115");
        assertThat(server.ask("POST", "").body()).startsWith("Code: 62. DB::Exception: ");
    }

    @Test
    void getOnlyReads() throws Exception {
        HttpResponse<String> refused = server.get("CREATE TABLE never (a UInt8) ENGINE = Memory");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(header(refused, "X-ClickHouse-Exception-Code")).isEqualTo("164");
    }

    @Test
    void insertsDataApartFromTheQuery() throws Exception {
        server.run("CREATE TABLE goods (a UInt32, b String) ENGINE = MergeTree ORDER BY a");
        HttpResponse<String> answer =
                server.ask("POST", "1\tx\n2\ty\n", "query", "INSERT INTO goods FORMAT TabSeparated");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("X-ClickHouse-Format")).isEmpty();
        assertThat(header(answer, "X-ClickHouse-Summary")).contains("\"written_rows\":\"2\"", "\"result_rows\":\"2\"");
        assertThat(server.ask("POST", "(3,'z')", "query", "INSERT INTO goods VALUES")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("SELECT * FROM goods ORDER BY a").body()).isEqualTo("1\tx\n2\ty\n3\tz\n");
        server.run("DROP TABLE goods");
    }

    @Test
    void takesParametersFormatsAndDatabases() throws Exception {
        assertThat(server.get("SELECT {n:UInt8} + 1, {s:String}", "param_n", "41", "param_s", "a'b")
                        .body())
                .isEqualTo("42\ta\\'b\n");
        assertThat(server.get("SELECT 1 AS x", "default_format", "JSONEachRow").body())
                .isEqualTo("{\"x\":1}\n");
        assertThat(server.get("SELECT count() > 0 FROM tables", "database", "system")
                        .body())
                .isEqualTo("1\n");
    }

    @Test
    void checksWhoAsks() throws Exception {
        HttpResponse<String> wrong = server.get("SELECT 1", "user", "default", "password", "nope");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(header(wrong, "X-ClickHouse-Exception-Code")).isEqualTo("516");
        assertThat(wrong.body()).contains("Authentication failed").doesNotContain("(version");
    }

    @Test
    void sessionsKeepSettingsAndTemporaryTables() throws Exception {
        String[] session = {"session_id", "s1"};
        assertThat(server.ask("POST", "USE system", session).statusCode()).isEqualTo(200);
        assertThat(server.ask("POST", "SELECT currentDatabase()", session).body())
                .isEqualTo("system\n");
        HttpResponse<String> unknown = server.get("SELECT 1", "session_id", "s2", "session_check", "1");
        assertThat(header(unknown, "X-ClickHouse-Exception-Code")).isEqualTo("372");
        assertThat(header(server.get("SELECT 1", "session_id", ""), "X-ClickHouse-Exception-Code"))
                .isEqualTo("744");
        assertThat(header(
                        server.get("SELECT 1", "session_id", "s", "session_timeout", "9999"),
                        "X-ClickHouse-Exception-Code"))
                .isEqualTo("374");
    }

    @Test
    void aPostNeedsALength() throws Exception {
        String answer = talk("POST /?query=SELECT%201 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 411 ").contains("X-ClickHouse-Exception-Code: 381");
    }

    @Test
    void answersHttp10WithoutChunks() throws Exception {
        String answer = talk("GET /?query=SELECT%201 HTTP/1.0\r\n\r\n");
        assertThat(answer).contains(" 200 OK\r\n").doesNotContain("chunked").endsWith("\r\n\r\n1\n");
    }

    @Test
    void anErrorInTheMiddleOfTheBodyCannotBeMissed() throws Exception {
        String query = "SELECT number, throwIf(number = 3000000) FROM numbers(10000000) SETTINGS max_threads = 1";
        String answer = talk("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + query.length() + "\r\n\r\n" + query);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        int at = answer.indexOf("X-ClickHouse-Exception-Tag: ");
        String tag = answer.substring(at + 28, at + 44);
        String frame = answer.substring(answer.indexOf("\r\n__exception__\r\n" + tag));
        assertThat(frame)
                .matches("(?s)\r\n__exception__\r\n" + tag + "\r\nCode: 395\\. DB::Exception: .*\n\\d+ " + tag
                        + "\r\n__exception__\r\n\r\n");
        assertThat(answer).doesNotContain("\r\n0\r\n\r\n");
    }

    @Test
    void codesAndDecodesContent() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/");
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write("SELECT 'packed'".getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<byte[]> answer = server.client()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Encoding", "gzip")
                                .header("Accept-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(coded.toByteArray()))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("packed\n");
        }
    }

    @Test
    void showsProgressInTheHead() throws Exception {
        String query =
                "SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1 SETTINGS max_execution_time = 1";
        String answer = talk(
                "POST /?send_progress_in_http_headers=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                        + query.length() + "\r\n\r\n" + query);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\nX-ClickHouse-Progress: {\"read_rows\":\"");
        assertThat(answer)
                .contains("X-ClickHouse-Exception-Code: 159")
                .contains("Code: 159. DB::Exception: Timeout exceeded");
    }

    @Test
    void aQueryEndsWhenItsClientIsGone() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(("POST /?query_id=gone HTTP/1.1\r\nHost: x\r\nContent-Length: " + ENDLESS.length()
                                    + "\r\n\r\n" + ENDLESS)
                            .getBytes(StandardCharsets.UTF_8));
            await("1", 10_000);
        }
        long closed = System.nanoTime();
        await("0", 10_000);
        assertThat((System.nanoTime() - closed) / 1_000_000).isLessThan(500);
    }

    private static void await(String count, long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!server.get("SELECT count() FROM system.processes WHERE query_id = 'gone'")
                .body()
                .equals(count + "\n")) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void aRunningQueryCanBeKilled() throws Exception {
        var answer = server.client()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/?query_id=doomed"))
                                .POST(BodyPublishers.ofString(ENDLESS))
                                .build(),
                        BodyHandlers.ofString());
        String killed = "";
        while (killed.isEmpty()) {
            killed = server.run("KILL QUERY WHERE query_id = 'doomed'");
        }
        assertThat(answer.get().body()).startsWith("Code: 394. DB::Exception: ");
    }

    /** Everything the server says to these bytes until it closes. */
    private static String talk(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
