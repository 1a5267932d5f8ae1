package io.millrace.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.net.listen.ListenLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Slow, vanishing, numerous and nonsensical clients. */
class HardshipTest {
    private static final String GET = "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration SHORT = Duration.ofMillis(60);

    @Test
    void aSlowHeadIsCutEvenWhileItTrickles() throws Exception {
        try (TestServer server = TestServer.open(
                        HttpLimits.defaults(), TestServer.quick(SHORT), ListenLimits.defaults(), TestServer.ECHO);
                RawClient silent = server.connect();
                RawClient stuck = server.connect();
                RawClient trickling = server.connect()) {
            stuck.send("GET /echo HT");
            trickling.send("GET /echo HTTP/1.1\r\n");
            String answer = "";
            while (answer.isEmpty()) {
                try {
                    trickling.send("a: b\r\n");
                } catch (SocketException cut) {
                    answer = "cut";
                }
                if (trickling.socket.getInputStream().available() > 0) {
                    answer = trickling.readHead();
                }
                Thread.onSpinWait();
            }
            assertThat(answer)
                    .satisfiesAnyOf(
                            a -> assertThat(a).isEqualTo("cut"),
                            a -> assertThat(a).startsWith("HTTP/1.1 4"));
            assertThat(stuck.readAll()).startsWith("HTTP/1.1 408 ");
            assertThat(silent.readAll()).isEmpty();
        }
    }

    @Test
    void aSlowBodyIsCut() throws Exception {
        try (TestServer server = TestServer.open(
                        HttpLimits.defaults(), TestServer.quick(SHORT), ListenLimits.defaults(), TestServer.ECHO);
                RawClient client = server.connect()) {
            client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
            assertThat(client.readAll()).startsWith("HTTP/1.1 408 ").doesNotEndWith("<reset>");
        }
    }

    @Test
    void anIdleConnectionIsClosedQuietly() throws Exception {
        HttpTimeouts timeouts = HttpTimeouts.defaults().withKeepAlive(SHORT, 10);
        try (TestServer server =
                        TestServer.open(HttpLimits.defaults(), timeouts, ListenLimits.defaults(), TestServer.ECHO);
                RawClient client = server.connect()) {
            client.send(GET);
            assertThat(client.readResponse()).contains("Keep-Alive: timeout=0, max=9");
            assertThat(client.readAll()).isEmpty();
        }
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws Exception {
        CompletableFuture<IOException> failure = new CompletableFuture<>();
        try (TestServer server = TestServer.open(
                        HttpLimits.defaults(),
                        HttpTimeouts.defaults(),
                        ListenLimits.defaults().withSendTimeout(SHORT),
                        TestServer.route("/", exchange -> {
                            try {
                                while (true) {
                                    exchange.response().body().write(new byte[100_000]);
                                }
                            } catch (IOException e) {
                                failure.complete(e);
                                throw e;
                            }
                        }));
                RawClient client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(failure.get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aVanishedClientIsNoticedWhileItsRequestRuns() throws Exception {
        for (boolean reset : new boolean[] {false, true}) {
            CountDownLatch running = new CountDownLatch(1);
            CompletableFuture<Long> noticed = new CompletableFuture<>();
            try (TestServer server = TestServer.of(exchange -> {
                        exchange.body().readAllBytes();
                        try (var _ = exchange.onPeerGone(() -> noticed.complete(System.nanoTime()))) {
                            running.countDown();
                            noticed.join();
                        }
                    });
                    RawClient client = server.connect()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
                assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
                if (reset) {
                    client.socket.setSoLinger(true, 0);
                }
                long start = System.nanoTime();
                client.socket.close();
                long millis = (noticed.get(10, TimeUnit.SECONDS) - start) / 1_000_000;
                assertThat(millis).isLessThan(400);
            }
        }
    }

    @Test
    void bytesPipelinedDuringAWatchedRequestAreNotLost() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        List<String> gone = new ArrayList<>();
        ListenLimits eager = new ListenLimits(10, 10, Duration.ofSeconds(10), Duration.ofMillis(1));
        TestServer.Handler handler = exchange -> {
            if (exchange.request().hasQuery()) {
                exchange.onPeerGone(() -> gone.add("gone"));
                try {
                    arrived.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            exchange.response()
                    .sendText(200, exchange.request().uri() + exchange.body().readAllBytes().length);
        };
        try (TestServer server = TestServer.open(
                        HttpLimits.defaults(), HttpTimeouts.defaults(), eager, TestServer.route("/", handler));
                RawClient client = server.connect()) {
            String post = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 30000\r\n\r\n" + "x".repeat(30_000);
            client.send("GET /?wait HTTP/1.1\r\nHost: a\r\n\r\n");
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    client.send(post).send(post);
                    arrived.countDown();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(client.readResponse()).endsWith("/?wait0");
            assertThat(client.readResponse()).endsWith("/30000");
            assertThat(client.readResponse()).endsWith("/30000");
            sender.join();
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.readResponse()).endsWith("/0");
            assertThat(gone).isEmpty();
        }
    }

    @Test
    void aThousandIdleConnectionsDoNotDisturbTheNext() throws Exception {
        List<RawClient> idle = new ArrayList<>();
        try (TestServer server = TestServer.echo()) {
            for (int i = 0; i < 1000; i++) {
                idle.add(server.connect().send(GET));
            }
            for (RawClient client : idle) {
                assertThat(client.readResponse()).startsWith("HTTP/1.1 200");
            }
            assertThat(server.listener().counts().open()).isEqualTo(1000);
            try (RawClient client = server.connect()) {
                assertThat(client.send(GET).readResponse()).startsWith("HTTP/1.1 200");
            }
            for (RawClient client : idle) {
                assertThat(client.send(GET).readResponse()).startsWith("HTTP/1.1 200");
            }
            server.listener().close();
            for (RawClient client : idle) {
                assertThat(client.readAll()).isIn("", "<reset>");
            }
        } finally {
            for (RawClient client : idle) {
                client.close();
            }
        }
    }

    @Test
    void tooManyConnectionsAreToldSoAtOnce() throws Exception {
        ListenLimits limits = ListenLimits.defaults().withMaxConnections(2, 10);
        try (TestServer server =
                        TestServer.open(HttpLimits.defaults(), HttpTimeouts.defaults(), limits, TestServer.ECHO);
                RawClient first = server.connect();
                RawClient second = server.connect();
                RawClient third = server.connect()) {
            assertThat(first.send(GET).readResponse()).contains(" 200 ");
            assertThat(second.send(GET).readResponse()).contains(" 200 ");
            assertThat(third.send(GET).readAll()).startsWith("HTTP/1.1 503 ").contains("Too many connections");
            assertThat(server.listener().counts().refused()).isEqualTo(1);
        }
    }

    @Test
    void randomMutationsNeitherHangNorKillTheServer(TestReporter reporter) throws Exception {
        long seed = Long.getLong("seed", 20_261_121L);
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        String[] good = {
            GET,
            "POST /echo?a=b%20c HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n",
            "PUT http://a/echo HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx"
        };
        try (TestServer server = TestServer.echo()) {
            for (int i = 0; i < 3000; i++) {
                StringBuilder request = new StringBuilder();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    request.append(good[random.nextInt(good.length)]);
                }
                mutate(request, random);
                try (RawClient client = server.connect()) {
                    client.send(request.toString());
                    client.socket.shutdownOutput();
                    client.readAll();
                }
            }
            try (RawClient client = server.connect()) {
                assertThat(client.send(GET).readResponse()).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static void mutate(StringBuilder request, Random random) {
        String signs = "\r\n\0 \t:;,/?%#09afFxX+-\"\u00ff";
        for (int edits = 1 + random.nextInt(4); edits > 0 && request.length() > 2; edits--) {
            int at = random.nextInt(request.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(5)) {
                case 0 -> request.deleteCharAt(at);
                case 1 -> request.insert(at, sign);
                case 2 -> request.setCharAt(at, sign);
                case 3 ->
                    request.insert(at, request.substring(at, Math.min(request.length(), at + random.nextInt(40))));
                default -> request.setLength(at);
            }
        }
    }
}
