package io.millrace.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/** What a real connection shows of a query under way: it ends soon after its client has gone, and its rows come when they are made. */
final class DisconnectTest {
    /** Half a second after the grace of a connection that was only half closed, and the time that asking takes. */
    private static final long BOUND_MILLIS = Long.getLong("disconnect.bound.millis", 500 + 150 + 150);

    private static final int TRIES = 3;
    private static final long HANGS_AFTER_MILLIS = 20_000;
    private static final long BEFORE_MILLIS = 600;
    private static final long POLL_NANOS = 20_000_000;

    private static final Map<String, String> LONG_QUERIES = Map.of(
            "scan", "SELECT sum(number * 3 % 7) FROM numbers(1000000000000)",
            "sort", "SELECT cityHash64(number) AS h FROM numbers(16000000) ORDER BY h LIMIT 15000000 FORMAT Null",
            "window",
                    "SELECT max(r) FROM (SELECT row_number() OVER (PARTITION BY number % 3 ORDER BY number DESC) AS r FROM numbers(16000000))",
            "array join",
                    "SELECT count() FROM (SELECT arrayJoin(range(1000)) AS x FROM numbers(100000000)) WHERE x = 1001",
            "rows that nobody reads", "SELECT toString(number) FROM numbers(1000000000000)",
            "scalar subquery", "SELECT (SELECT max(number % 7) FROM numbers(1000000000000))",
            "constants", "SELECT length(arrayMap(x -> sipHash64(toString(x)), range(30000000)))",
            "sleep", "SELECT sleepEachRow(0.1) FROM numbers(1000) SETTINGS max_block_size = 20");

    private static TestServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        client = HttpClient.newHttpClient();
        ask("CREATE TABLE target (n UInt64) ENGINE = MergeTree ORDER BY n");
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> aSelectEnds(TestReporter reporter) {
        return LONG_QUERIES.entrySet().stream()
                .map(e -> dynamicTest(e.getKey(), () -> {
                    long best = Long.MAX_VALUE;
                    for (int i = 0; i < TRIES && best >= BOUND_MILLIS; i++) {
                        String id = "gone " + e.getKey() + " " + i;
                        try (Socket socket = connect()) {
                            post(socket, id, e.getValue(), e.getValue().length());
                            await(id, true);
                            LockSupport.parkNanos(BEFORE_MILLIS * 1_000_000);
                            assertThat(isRunning(id)).as("still running").isTrue();
                        }
                        best = Math.min(best, await(id, false));
                    }
                    reporter.publishEntry(e.getKey(), best + " ms");
                    assertThat(best).as("milliseconds until the query ended").isLessThan(BOUND_MILLIS);
                }));
    }

    @Test
    void aSelectGoesOnIfItsClientSaysSo() throws IOException {
        String id = "gone on";
        try (Socket socket = connect()) {
            String sql = "SELECT sleepEachRow(0.3) FROM numbers(10) SETTINGS max_block_size = 10";
            post(socket, id + "&cancel_http_readonly_queries_on_client_close=0", sql, sql.length());
            await(id, true);
        }
        LockSupport.parkNanos(2 * BOUND_MILLIS * 1_000_000);
        assertThat(isRunning(id)).isTrue();
        await(id, false);
    }

    @Test
    void anInsertWhoseDataStopsEndsAndLeavesNothing() throws IOException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best >= BOUND_MILLIS; i++) {
            String id = "gone insert " + i;
            try (Socket socket = connect()) {
                post(socket, id, "INSERT INTO target FORMAT TSV\n" + "1\n".repeat(500_000), 10_000_000);
                await(id, true);
            }
            best = Math.min(best, await(id, false));
        }
        assertThat(best).as("milliseconds until the query ended").isLessThan(BOUND_MILLIS);
        assertThat(ask("SELECT count() FROM target")).isEqualTo("0\n");
    }

    @Test
    void rowsComeWhenTheyAreMade() throws IOException {
        String sql = "SELECT number, sleepEachRow(0.5) FROM numbers(8) SETTINGS max_block_size = 1, max_threads = 1";
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            long start = System.nanoTime();
            post(socket, "slow rows", sql, sql.length());
            StringBuilder seen = new StringBuilder();
            InputStream in = socket.getInputStream();
            long first = 0;
            while (!seen.toString().contains("7\t0\n")) {
                int next = in.read();
                assertThat(next).as("another byte after: %s", seen).isNotNegative();
                seen.append((char) next);
                if (first == 0 && seen.toString().endsWith("0\t0\n")) {
                    first = System.nanoTime() - start;
                }
            }
            long last = System.nanoTime() - start;
            assertThat(Duration.ofNanos(last - first)).isGreaterThan(Duration.ofMillis(2000));
        }
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
    }

    private static void post(Socket socket, String id, String body, int length) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head = "POST /?query_id=" + id.replace(" ", "%20") + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + length + "\r\n\r\n";
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits until the query runs, or does not run any more; returns how many milliseconds that took. */
    private static long await(String id, boolean running) {
        long start = System.nanoTime();
        while (isRunning(id) != running) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(millis).as("milliseconds of waiting for %s", id).isLessThan(HANGS_AFTER_MILLIS);
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static boolean isRunning(String id) {
        return ask("SELECT count() FROM system.processes WHERE query_id = '" + id + "'")
                .equals("1\n");
    }

    private static String ask(String sql) {
        try {
            URI uri = server.uri();
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .POST(HttpRequest.BodyPublishers.ofString(sql))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
