package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The response's states, byte for byte, and what the JDK's client makes of them. */
class HttpResponseTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String GET_AND_CLOSE = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    private static String answer(String request, TestServer.Handler handler) throws Exception {
        try (TestServer server = TestServer.of(handler);
                RawClient client = server.connect()) {
            return client.send(request).readAll().replaceFirst("Date: [^\r]*GMT\r\n", "Date: D\r\n");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aStreamedBodyIsChunkedWithTheHeadInOrder() throws Exception {
        assertThat(answer(GET_AND_CLOSE, exchange -> {
                    exchange.response().header("Content-Type", "text/x").header("X-A", "1");
                    exchange.response()
                            .headerFirst("X-ClickHouse-Summary", "{}")
                            .header("x-a", "2");
                    OutputStream body = exchange.response().body();
                    body.write(ascii("0123456789abcdef"));
                    body.flush();
                    body.flush();
                    body.write('z');
                }))
                .isEqualTo("HTTP/1.1 200 OK\r\nX-ClickHouse-Summary: {}\r\nDate: D\r\nConnection: Close\r\n"
                        + "Content-Type: text/x\r\nx-a: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "10\r\n0123456789abcdef\r\n1\r\nz\r\n0\r\n\r\n");
    }

    @Test
    void http10BodiesEndWithTheConnection() throws Exception {
        assertThat(answer(
                        "GET / HTTP/1.0\r\n\r\n",
                        exchange -> exchange.response().body().write(ascii("abc"))))
                .isEqualTo("HTTP/1.0 200 OK\r\nDate: D\r\nConnection: Close\r\n\r\nabc");
    }

    @Test
    void fixedBodiesHaveTheirLength() throws Exception {
        assertThat(answer(GET_AND_CLOSE, exchange -> exchange.response().sendText(503, "é")))
                .isEqualTo("HTTP/1.1 503 Service Unavailable\r\nDate: D\r\nConnection: Close\r\n"
                        + "Content-Type: text/plain; charset=UTF-8\r\nContent-Length: 2\r\n\r\n\u00c3\u00a9");
    }

    @Test
    void headHasTheHeadersAndNoBody() throws Exception {
        String head = GET_AND_CLOSE.replace("GET", "HEAD");
        assertThat(answer(head, exchange -> exchange.response().sendText(200, "abc")))
                .endsWith("Content-Length: 3\r\n\r\n");
        assertThat(answer(head, exchange -> exchange.response().body().write(ascii("abc"))))
                .endsWith("Transfer-Encoding: chunked\r\n\r\n");
        assertThat(answer(
                        head.replace("1.1", "1.0"),
                        exchange -> exchange.response().body().write(1)))
                .endsWith("Connection: Close\r\n\r\n");
    }

    @Test
    void noContentHasNoFraming() throws Exception {
        assertThat(answer(GET_AND_CLOSE, exchange -> exchange.response().status(204)))
                .isEqualTo("HTTP/1.1 204 No Content\r\nDate: D\r\nConnection: Close\r\n\r\n");
    }

    @Test
    void drippedLinesAreSentAtOnceAndTheHeadIsCompletedLater() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (TestServer server = TestServer.of(exchange -> {
                    exchange.response().header("X-Later", "1").drip("X-Progress", "a");
                    await(seen);
                    exchange.response().drip("X-Progress", "b");
                    assertThat(exchange.response().state()).isEqualTo(HttpResponse.State.HEAD_OPEN);
                    assertThatThrownBy(() -> exchange.response().status(500)).isInstanceOf(DbException.class);
                    exchange.response().body().write('!');
                });
                RawClient client = server.connect()) {
            client.send(GET_AND_CLOSE);
            assertThat(client.readUntil("\r\nX-Progress: a\r\n")).isEqualTo("HTTP/1.1 200 OK\r\nX-Progress: a\r\n");
            seen.countDown();
            assertThat(client.readAll())
                    .startsWith("X-Progress: b\r\nDate: ")
                    .contains("\r\nX-Later: 1\r\n")
                    .endsWith("1\r\n!\r\n0\r\n\r\n");
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void anErrorWithTheHeadOpenIsShownInTheHead() throws Exception {
        assertThat(answer(GET, exchange -> {
                    exchange.response().drip("X-Progress", "a");
                    exchange.response().body().write(ascii("never sent"));
                    throw new DbException(ErrorCode.TIMEOUT_EXCEEDED, "Too slow");
                }))
                .startsWith("HTTP/1.1 200 OK\r\nX-Progress: a\r\n")
                .contains("X-ClickHouse-Exception-Code: 159\r\n")
                .endsWith("\r\n\r\nCode: 159. DB::Exception: Too slow. (TIMEOUT_EXCEEDED)\n");
    }

    @Test
    void anErrorBeforeAnythingReplacesTheResponse() throws Exception {
        assertThat(answer(GET, exchange -> {
                    exchange.response().status(201).header("X-Gone", "1").body().write(ascii("gone"));
                    throw new IllegalStateException("bug");
                }))
                .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
                .doesNotContain("one")
                .contains(
                        "Code: 49. DB::Exception: Unexpected error: java.lang.IllegalStateException: bug. (LOGICAL_ERROR)\n");
    }

    @Test
    void anErrorInTheBodyBreaksIt() throws Exception {
        assertThat(answer(GET, exchange -> {
                    exchange.response().body().write(ascii("abc"));
                    exchange.response().body().flush();
                    exchange.response().body().write(ascii("rest"));
                    throw new DbException(ErrorCode.TIMEOUT_EXCEEDED, "Too slow");
                }))
                .endsWith("\r\n\r\n3\r\nabc\r\n4\r\nrest\r\n");
    }

    @Test
    void headersCannotForgeLines() throws Exception {
        assertThat(answer(GET, exchange -> exchange.response().header("X", "a\r\nY: b")))
                .startsWith("HTTP/1.1 500")
                .contains("BAD_ARGUMENTS")
                .doesNotContain("\nY:");
    }

    @Test
    void aWrongLengthIsABugAndSpoilsTheConnection() throws Exception {
        assertThat(answer(GET, exchange -> {
                    exchange.response().contentLength(5);
                    exchange.response().body().write(ascii("abc"));
                }))
                .endsWith("Content-Length: 5\r\n\r\nabc");
    }

    @Test
    void bodiesOfManyBuffersArriveWhole() throws Exception {
        byte[] megabytes = new byte[3_000_001];
        new Random(7).nextBytes(megabytes);
        try (TestServer server = TestServer.of(exchange -> {
                    if (exchange.request().hasQuery()) {
                        exchange.response().send(megabytes);
                    } else {
                        exchange.response().body().write(megabytes);
                    }
                });
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/", "/?", "/"}) {
                var request =
                        java.net.http.HttpRequest.newBuilder(server.uri(path)).build();
                assertThat(client.send(request, BodyHandlers.ofByteArray()).body())
                        .isEqualTo(megabytes);
            }
        }
    }

    @Test
    void theJdksClientAcceptsDrippedHeads() throws Exception {
        try (TestServer server = TestServer.of(exchange -> {
                    for (int i = 0; i < 20; i++) {
                        exchange.response().drip("X-ClickHouse-Progress", "{\"read_rows\":\"" + i + "\"}");
                    }
                    exchange.response().body().write(ascii("1\n"));
                });
                HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(
                    java.net.http.HttpRequest.newBuilder(server.uri("/")).build(), BodyHandlers.ofString());
            assertThat(response.headers().allValues("x-clickhouse-progress")).hasSize(20);
            assertThat(response.body()).isEqualTo("1\n");
        }
    }

    @Test
    void theJdksClientSeesThatABodyIsBroken() throws Exception {
        try (TestServer server = TestServer.of(exchange -> {
                    exchange.response().body().write(ascii("some rows\n"));
                    exchange.response().body().flush();
                    exchange.response().body().write(ascii("\r\n__exception__\r\n"));
                    exchange.response().breakBody();
                });
                HttpClient client = HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(server.uri("/")).build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            assertThatThrownBy(() -> response.body().transferTo(received)).isInstanceOf(IOException.class);
            // This client may drop what it has received when it sees the break.
            assertThat("some rows\n\r\n__exception__\r\n").startsWith(received.toString(StandardCharsets.US_ASCII));
        }
    }
}
