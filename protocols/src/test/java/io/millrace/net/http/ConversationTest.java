package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Several requests on one connection, and how bodies are received. */
class ConversationTest {
    private static final String POST = "POST /echo HTTP/1.1\r\nHost: a\r\n";

    private TestServer server;

    @BeforeEach
    void open() throws Exception {
        server = TestServer.echo();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            requests.append(
                    switch (i % 3) {
                        case 0 -> "GET /echo?i=" + i + " HTTP/1.1\r\nHost: a\r\n\r\n";
                        case 1 -> POST + "Content-Length: " + ("" + i).length() + "\r\n\r\n" + i;
                        default ->
                            POST + "Transfer-Encoding: chunked\r\n\r\n" + ("" + i).length() + "\r\n" + i
                                    + "\r\n0\r\n\r\n";
                    });
        }
        try (RawClient client = server.connect()) {
            client.send(requests.toString());
            for (int i = 0; i < 500; i++) {
                String expected = i % 3 == 0 ? "GET /echo?i=" + i + "\ni=" + i + "\n\n" : "POST /echo\n\n" + i;
                assertThat(client.readResponse()).endsWith("\r\n\r\n" + expected);
            }
        }
    }

    @Test
    void chunkedBodiesMayArriveInAnyPieces() throws Exception {
        String request =
                POST + "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nT: u\r\n\r\n";
        for (int split = 1; split < request.length(); split++) {
            try (RawClient client = server.connect()) {
                client.send(request.substring(0, split)).send(request.substring(split));
                assertThat(client.readResponse()).endsWith("abc0123456789");
            }
        }
        try (RawClient client = server.connect()) {
            for (char c : request.toCharArray()) {
                client.send("" + c);
            }
            assertThat(client.readResponse()).endsWith("abc0123456789");
        }
    }

    @Test
    void aLargeBodyComesThroughInChunksOfAllSizes(TestReporter reporter) throws Exception {
        long seed = Long.getLong("seed", 20_261_121L);
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        StringBuilder request = new StringBuilder(POST + "Transfer-Encoding: chunked\r\n\r\n");
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String chunk = ("" + (char) ('a' + i % 26)).repeat(1 + random.nextInt(random.nextBoolean() ? 20 : 20_000));
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
            expected.append(chunk);
        }
        try (RawClient client = server.connect()) {
            client.send(request + "0\r\n\r\n");
            assertThat(client.readResponse()).endsWith("\n\n" + expected);
        }
    }

    @Test
    void theJdksClientReusesItsConnection() throws Exception {
        Set<Integer> ports = Collections.synchronizedSet(new HashSet<>());
        try (TestServer other = TestServer.of(exchange -> {
                    ports.add(exchange.request().remote().getPort());
                    exchange.body().transferTo(exchange.response().body());
                });
                HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 50; i++) {
                var request = java.net.http.HttpRequest.newBuilder(other.uri("/"))
                        .POST(
                                i % 2 == 0
                                        ? BodyPublishers.ofString("body " + i)
                                        : BodyPublishers.fromPublisher(BodyPublishers.ofString("body " + i)))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("body " + i);
            }
            assertThat(ports).hasSize(1);
            assertThat(other.listener().counts().accepted()).isEqualTo(1);
        }
    }

    @Test
    void keepAliveIsAnnouncedCountedAndEnds() throws Exception {
        HttpTimeouts timeouts = HttpTimeouts.defaults().withKeepAlive(Duration.ofSeconds(7), 2);
        try (TestServer other =
                        TestServer.of(timeouts, exchange -> exchange.response().sendText(200, "x"));
                RawClient client = other.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(3));
            assertThat(client.readResponse())
                    .contains("Connection: Keep-Alive\r\n")
                    .contains("Keep-Alive: timeout=7, max=1\r\n");
            assertThat(client.readResponse()).contains("Connection: Close\r\n").doesNotContain("Keep-Alive");
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void closeIsObeyedAndHttp10IsAlwaysClosed() throws Exception {
        for (String request : List.of(
                "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n",
                "GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")) {
            try (RawClient client = server.connect()) {
                assertThat(client.send(request).readAll())
                        .contains("Connection: Close\r\n")
                        .endsWith("GET /echo\n\n");
            }
        }
    }

    @Test
    void headAndGetShareAConnection() throws Exception {
        try (TestServer other = TestServer.of(exchange -> exchange.response().sendText(200, "ok"));
                RawClient client = other.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.readHead()).contains("Content-Length: 2\r\n");
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.readResponse()).endsWith("\r\n\r\nok");
            }
        }
    }

    @Test
    void continueIsSentWhenTheBodyIsAskedFor() throws Exception {
        try (RawClient client = server.connect()) {
            client.send(POST + "Expect: 100-Continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.send("abc").readResponse())
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("abc");
            client.send(POST + "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.readResponse()).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aClientThatWasNotToldToContinueIsClosed() throws Exception {
        try (TestServer other = TestServer.of(exchange -> exchange.response().sendText(403, "no"));
                RawClient client = other.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.readAll())
                    .startsWith("HTTP/1.1 403 ")
                    .contains("Connection: Close\r\n")
                    .endsWith("no");
        }
    }

    @Test
    void unreadBodiesAreDrainedOrTheConnectionIsClosed() throws Exception {
        try (TestServer other = TestServer.of(exchange -> exchange.response().sendText(200, "ok"))) {
            try (RawClient client = other.connect()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(1_000_000));
                assertThat(client.readResponse()).contains("Connection: Keep-Alive");
                client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n");
                assertThat(client.readResponse()).contains("Connection: Keep-Alive");
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n");
                assertThat(client.readAll()).contains("Connection: Close").endsWith("ok");
            }
        }
    }

    @Test
    void aTruncatedBodyIsAnErrorForItsReader() throws Exception {
        List<String> errors = Collections.synchronizedList(new ArrayList<>());
        try (TestServer other = TestServer.of(exchange -> {
            try {
                exchange.body().readAllBytes();
            } catch (IOException e) {
                errors.add(e.getMessage());
                throw e;
            }
        })) {
            for (String body : List.of(
                    "Content-Length: 10\r\n\r\n12345",
                    "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
                    // A reader with 32 bits would take this size for 4.
                    "Transfer-Encoding: chunked\r\n\r\n100000004\r\nabcd\r\n0\r\n\r\n")) {
                try (RawClient client = other.connect()) {
                    client.send("POST / HTTP/1.1\r\nHost: a\r\n" + body);
                    client.socket.shutdownOutput();
                    assertThat(client.readAll()).startsWith("HTTP/1.1 400 ");
                }
            }
        }
        assertThat(errors).hasSize(3).allMatch(message -> message.startsWith("The connection ended inside"));
    }

    @Test
    void bodiesOfUtf8AreBytes() throws Exception {
        byte[] body = "ж\0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (RawClient client = server.connect()) {
            client.send(POST + "Content-Length: " + body.length + "\r\n\r\n").send(body);
            assertThat(client.readResponse()).endsWith("\n\n" + new String(body, StandardCharsets.ISO_8859_1));
        }
    }
}
