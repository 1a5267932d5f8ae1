package io.millrace.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testing.Seed;
import io.millrace.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while several clients insert. A client whose answer got lost repeats the insert with its token; at the end every batch is
 * there exactly once, in the table and behind its materialized view.
 */
final class KillLoopTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int KILLS = Integer.getInteger("kills", 8);
    private static final int WRITERS = 4;
    private static final List<String> TABLES = List.of(
            "CREATE TABLE rows (batch UInt32, row UInt32, text String) ENGINE = MergeTree PARTITION BY batch % 3 ORDER BY (row, batch)",
            "CREATE TABLE sums (batch UInt32, n AggregateFunction(count)) ENGINE = AggregatingMergeTree ORDER BY batch",
            "CREATE MATERIALIZED VIEW view TO sums AS SELECT batch, countState() AS n FROM rows GROUP BY batch");

    /** A server is killed after this time, however few inserts it has answered. */
    private static final Duration LIFE = Duration.ofSeconds(3);

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Rows of every batch that was acknowledged, by its number. */
    private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();

    private final Semaphore answers = new Semaphore(0);

    private final AtomicInteger nextBatch = new AtomicInteger();

    /** What a client still has to repeat: the batch it got no answer for, by writer. */
    private final Map<Integer, Integer> unanswered = new ConcurrentHashMap<>();

    private final List<String> refused = new ArrayList<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingComesTwice(@TempDir Path data) throws InterruptedException {
        Random random = SEED.random(0);
        TestServer server = TestServer.startOn(data);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String definition : TABLES) {
                assertThat(send(client, server, definition, "", ""))
                        .as(definition)
                        .isEmpty();
            }
            for (int kill = 0; kill < KILLS; kill++) {
                List<Thread> writers = write(client, server);
                if (!answers.tryAcquire(1 + random.nextInt(25), LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
                    answers.drainPermits();
                }
                LockSupport.parkNanos(random.nextInt(50_000_000));
                server.kill();
                for (Thread writer : writers) {
                    writer.join();
                }
                server = TestServer.startOn(data);
                check(client, server, "after kill " + (kill + 1));
            }
            for (int writer : List.copyOf(unanswered.keySet())) {
                insert(client, server, unanswered.get(writer));
            }
            unanswered.clear();
            check(client, server, "after the last repetition");
            assertThat(refused).as("errors from a running server, %s", SEED).isEmpty();
            assertThat(acknowledged).as("batches, %s", SEED).hasSizeGreaterThan(KILLS);
        } finally {
            server.close();
        }
    }

    private List<Thread> write(HttpClient client, TestServer server) {
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(Thread.ofVirtual().start(() -> {
                boolean answered = true;
                while (answered) {
                    int batch = unanswered.computeIfAbsent(number, w -> nextBatch.getAndIncrement());
                    answered = insert(client, server, batch);
                    if (answered) {
                        unanswered.remove(number);
                    }
                }
            }));
        }
        return writers;
    }

    /** One batch in every ten is large enough to be under way when the server is killed. */
    private static int rowsOf(int batch) {
        return batch % 10 == 3 ? 30_000 : 1 + batch % 50;
    }

    private boolean insert(HttpClient client, TestServer server, int batch) {
        int rows = rowsOf(batch);
        StringBuilder text = new StringBuilder(rows * 24);
        for (int row = 0; row < rows; row++) {
            text.append(batch)
                    .append('\t')
                    .append(row)
                    .append("\trow ")
                    .append(row * 31 % 1009)
                    .append('\n');
        }
        try {
            String answer = send(client, server, "INSERT INTO rows FORMAT TSV", "batch-" + batch, text.toString());
            if (answer.isEmpty()) {
                acknowledged.put(batch, rows);
                answers.release();
                return true;
            }
            synchronized (refused) {
                refused.add("batch " + batch + ": " + answer);
            }
            return false;
        } catch (IllegalStateException gone) {
            return false;
        }
    }

    private void check(HttpClient client, TestServer server, String when) {
        TreeMap<Integer, Integer> found = new TreeMap<>();
        String rows = send(
                client,
                server,
                "SELECT batch, count(), uniqExact(row), max(row) FROM rows GROUP BY batch ORDER BY batch",
                "",
                "");
        for (String line : rows.lines().toList()) {
            String[] cells = line.split("\t", -1);
            int batch = Integer.parseInt(cells[0]);
            String whole = rowsOf(batch) + "\t" + rowsOf(batch) + "\t" + (rowsOf(batch) - 1);
            assertThat(line).as("%s, %s", when, SEED).isEqualTo(batch + "\t" + whole);
            found.put(batch, rowsOf(batch));
        }
        assertThat(found.keySet()).as("acknowledged batches %s, %s", when, SEED).containsAll(acknowledged.keySet());
        String counted =
                send(client, server, "SELECT batch, countMerge(n) FROM sums GROUP BY batch ORDER BY batch", "", "");
        StringBuilder expected = new StringBuilder();
        found.forEach((batch, count) ->
                expected.append(batch).append('\t').append(count).append('\n'));
        assertThat(counted).as("behind the view %s, %s", when, SEED).isEqualTo(expected.toString());
    }

    /**
     * @throws IllegalStateException if there was no answer
     */
    private static String send(HttpClient client, TestServer server, String sql, String token, String body) {
        String query = "?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8)
                + (token.isEmpty() ? "" : "&insert_deduplication_token=" + token);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + query))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
