package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.net.listen.ListenLimits;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are good, and those that are only too large. */
class RequestTest {
    private TestServer server;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.echo();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String ask(String request) throws Exception {
        try (RawClient client = server.connect()) {
            client.send(request);
            client.socket.shutdownOutput();
            return client.readAll();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: [::1]:8123\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: \t a \t \r\n\r\n",
                "GET /echo HTTP/1.0\r\n\r\n",
                "\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a:1/echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET HTTPS://a/echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "patch /echo HTTP/1.1\r\nHost: a\r\nX:\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n000;a;b=c\r\nX: y\r\n\r\n",
                "POST /echo HTTP/1.0\r\nExpect: else\r\nContent-Length: 0\r\n\r\n",
            })
    void areAnswered(String request) throws Exception {
        assertThat(ask(request)).contains(" 200 OK\r\n").contains("/echo\n");
    }

    @Test
    void parametersAreDecodedAsClickHouseDoes() throws Exception {
        String target = "/echo?query=SELECT%201%2B1+AS+x&&=e&a&b=1&b=2=3&%D0%BF=%d1%8f&c;d=;&";
        assertThat(ask("GET " + target + " HTTP/1.0\r\n\r\n"))
                .endsWith("\nquery=SELECT 1+1 AS x\n=\n=e\na=\nb=1\nb=2=3\n"
                        + new String("п=я\n".getBytes("UTF-8"), "ISO-8859-1") + "c;d=;\n\n");
    }

    @Test
    void rawUtf8InTheTargetAndBytesThatAreNotUtf8AreKept() throws Exception {
        AtomicReference<HttpRequest> seen = new AtomicReference<>();
        try (TestServer other = TestServer.of(exchange -> {
                    seen.set(exchange.request());
                    exchange.response().sendText(200, "");
                });
                RawClient client = other.connect()) {
            client.send("GET ?q=\u00d1\u008f&b=%FF%00 HTTP/1.0\r\nN: \u00d1\u008f\r\nM: \u00ff\r\n\r\n");
            assertThat(client.readAll()).contains(" 404 ");
        }
        try (TestServer other = TestServer.of(exchange -> {
                    seen.set(exchange.request());
                    exchange.response().sendText(200, "");
                });
                RawClient client = other.connect()) {
            client.send("GET /?q=\u00d1\u008f&b=%FF%00 HTTP/1.0\r\nN: \u00d1\u008f\r\nM: \u00ff\r\nm: 2\r\n\r\n");
            client.readAll();
        }
        HttpRequest request = seen.get();
        assertThat(request.parameters().first("q")).contains("я");
        assertThat(request.parameters().all().get(1).bytes()).containsExactly(0xff, 0);
        assertThat(request.headers().first("n")).contains("я");
        assertThat(request.headers().all("m")).containsExactly("\u00ff", "2");
        assertThat(request.hasQuery()).isTrue();
        assertThat(request.path()).isEqualTo("/");
    }

    @Test
    void aPathNobodyAnswersIs404WithAHint() throws Exception {
        assertThat(ask("GET /echa?x=1 HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.0 404 Not Found\r\n")
                .contains("There is no handle /echa?x=1\n");
        try (TestServer other = TestServer.open(
                        HttpLimits.defaults(),
                        HttpTimeouts.defaults(),
                        ListenLimits.defaults(),
                        TestServer.route("/ping", exchange -> {}));
                RawClient client = other.connect()) {
            client.send("GET /pong HTTP/1.0\r\n\r\n");
            assertThat(client.readAll()).contains("There is no handle /pong. Maybe you meant /ping.\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URI, 414",
        "name, 431",
        "value, 431",
        "count, 431",
        "head, 431",
        "parameters, 400",
        "length, 413",
        "chunks, 413",
        "expect, 417",
        "version, 505",
        "http2, 505"
    })
    void tooMuchIsRefusedWithItsOwnStatusAndClosed(String what, int status) throws Exception {
        HttpLimits limits = new HttpLimits(1000, 20, 100, 300, 2000, 50, 1000);
        String start = "POST /echo HTTP/1.1\r\nHost: a\r\n";
        String request = switch (what) {
            case "URI" -> "GET /" + "u".repeat(1000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
            case "name" -> start + "n".repeat(101) + ": v\r\n\r\n";
            case "value" -> start + "n: " + "v".repeat(301) + "\r\n\r\n";
            case "count" -> start + "a: b\r\n".repeat(20) + "\r\n";
            case "head" -> start + ("a: " + "b".repeat(250) + "\r\n").repeat(9) + "\r\n";
            case "parameters" -> "GET /echo?" + "a=b&".repeat(21) + " HTTP/1.1\r\nHost: a\r\n\r\n";
            case "length" -> start + "Content-Length: 51\r\n\r\n" + "x".repeat(51);
            case "chunks" -> start + "Transfer-Encoding: chunked\r\n\r\n" + "5\r\n12345\r\n".repeat(11) + "0\r\n\r\n";
            case "expect" -> start + "Expect: miracles\r\nContent-Length: 2\r\n\r\n";
            case "version" -> "GET / HTTP/1.2\r\nHost: a\r\n\r\n";
            default -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".replace("*", "/");
        };
        try (TestServer small =
                        TestServer.open(limits, HttpTimeouts.defaults(), ListenLimits.defaults(), TestServer.ECHO);
                RawClient client = small.connect()) {
            client.send(request);
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("Connection: Close\r\n")
                    .doesNotEndWith("<reset>");
        }
    }

    @Test
    void whatIsJustWithinTheLimitsIsServed() throws Exception {
        String uri = "/echo?" + "u".repeat(4096);
        assertThat(ask("GET " + uri + " HTTP/1.0\r\n\r\n")).contains(" 200 OK");
        String longUri = "/echo?q=" + "u".repeat((1 << 20) - 8);
        assertThat(ask("GET " + longUri + " HTTP/1.0\r\nBig: " + "v".repeat(131_072) + "\r\n\r\n"))
                .contains(" 200 OK");
        assertThat(ask("GET " + longUri + "u HTTP/1.0\r\n\r\n")).contains(" 414 ");
        assertThat(ask("GET /echo HTTP/1.0\r\n" + "a: b\r\n".repeat(1000) + "\r\n"))
                .contains(" 200 OK");
    }

    @Test
    void aRouteCanLowerTheBodysLimit() throws Exception {
        try (TestServer other = TestServer.of(exchange -> {
                    exchange.limitBody(4);
                    exchange.response().sendText(200, new String(exchange.body().readAllBytes(), "US-ASCII"));
                });
                RawClient client = other.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345");
            assertThat(client.readAll()).startsWith("HTTP/1.1 413 ");
        }
    }
}
