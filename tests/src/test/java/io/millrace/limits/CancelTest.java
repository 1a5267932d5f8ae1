package io.millrace.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.cancel.CancelReason;
import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.query.ResultEvent;
import io.millrace.engine.query.RunningQuery;
import io.millrace.testing.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * A query that would run for minutes ends within half a second after it is told to, wherever it is: by its client, by KILL QUERY, by its time limit. The best of
 * some tries counts, since the machine may be busy with other things; an engine that does not look is slow each time.
 */
final class CancelTest {
    private static final long BOUND_MILLIS = Long.getLong("cancel.bound.millis", 500);
    private static final int TRIES = 3;

    /** How far queries get before they are stopped: another place in each try. */
    private static final List<Duration> BEFORE_CANCEL =
            List.of(Duration.ofMillis(300), Duration.ofMillis(700), Duration.ofMillis(500));

    private static final long HANGS_AFTER_SECONDS = 15;

    /** Queries that run long; settings none. */
    private static final Map<String, String> LONG_QUERIES = Map.ofEntries(
            Map.entry("scan of numbers", "SELECT sum(number * 3 % 7) FROM numbers(1000000000000)"),
            Map.entry("scan without result rows", "SELECT number FROM numbers(1000000000000) WHERE number < 0"),
            Map.entry(
                    "group by",
                    "SELECT number % 3000000 AS k, count() FROM numbers(1000000000000) GROUP BY k FORMAT Null"),
            Map.entry(
                    "group by strings",
                    "SELECT toString(number % 1000000) AS k, max(number) FROM numbers(1000000000000) GROUP BY k FORMAT Null"),
            Map.entry(
                    "merge of groups",
                    "SELECT number AS k, count() FROM numbers_mt(20000000) GROUP BY k ORDER BY k LIMIT 1 SETTINGS max_threads = 2"),
            Map.entry(
                    "sort",
                    "SELECT cityHash64(number) AS h FROM numbers(16000000) ORDER BY h LIMIT 15000000 FORMAT Null"),
            Map.entry(
                    "sort of strings",
                    "SELECT 'the same eight bytes ' || toString(cityHash64(number)) AS s FROM numbers(4000000) ORDER BY s LIMIT 3900000 FORMAT Null"),
            Map.entry("distinct", "SELECT count() FROM (SELECT DISTINCT number % 5000000 FROM numbers(1000000000000))"),
            Map.entry(
                    "join",
                    "SELECT count() FROM numbers(1000000000) AS a JOIN (SELECT number % 1000 AS k FROM numbers(10000000)) AS b ON a.number % 1000 = b.k"),
            Map.entry(
                    "building a join",
                    "SELECT count() FROM numbers(10) AS a JOIN (SELECT number AS k FROM numbers(1000000000) "
                            + "WHERE cityHash64(repeat(toString(number), 30)) % 10 = 0) AS b ON a.number = b.k"),
            Map.entry(
                    "cross join",
                    "SELECT count() FROM numbers(10000000) AS a, numbers(10000000) AS b WHERE a.number * b.number % 7 = 8"),
            Map.entry(
                    "sleepEachRow",
                    "SELECT count() FROM numbers(1000) WHERE sleepEachRow(0.1) = 0 SETTINGS max_block_size = 20"),
            Map.entry(
                    "LIKE", "SELECT count() FROM numbers(1000000000) WHERE repeat(toString(number), 50) LIKE '%9a%b%'"),
            Map.entry(
                    "regular expression",
                    "SELECT count() FROM numbers(100000000) WHERE match(repeat(toString(number), 100), '(1+2)*3.*x$')"),
            Map.entry(
                    "long strings",
                    "SELECT sum(length(replaceRegexpAll(repeat(toString(number), 100000), '[0-9]{3}', 'abcdef'))) FROM numbers(100000) SETTINGS max_block_size = 10"),
            Map.entry(
                    "arrays",
                    "SELECT sum(arraySum(arrayMap(x -> x * x % 7, range(number % 1000)))) FROM numbers(1000000000) SETTINGS max_block_size = 10000"),
            Map.entry(
                    "window",
                    "SELECT max(r) FROM (SELECT row_number() OVER (PARTITION BY number % 3 ORDER BY number DESC) AS r FROM numbers(16000000))"),
            Map.entry(
                    "recursive CTE",
                    "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 1000000000) SELECT max(n) FROM r "
                            + "SETTINGS max_recursive_cte_evaluation_depth = 1000000000"),
            Map.entry(
                    "window with overlapping frames",
                    "SELECT max(s) FROM (SELECT sum(number) OVER (ORDER BY number ROWS BETWEEN 1000000 PRECEDING AND CURRENT ROW) AS s FROM numbers(3000000))"),
            Map.entry(
                    "window that looks for values",
                    "SELECT max(v) FROM (SELECT last_value(nullIf(number, number)) IGNORE NULLS OVER "
                            + "(ORDER BY number ROWS BETWEEN 1000000 PRECEDING AND CURRENT ROW) AS v FROM numbers(16000000))"),
            Map.entry("insert select", "INSERT INTO target SELECT number, toString(number) FROM numbers(1000000000)"),
            Map.entry(
                    "insert select out of order",
                    "INSERT INTO target SELECT number, toString(cityHash64(number)) FROM numbers(1000000000)"),
            Map.entry(
                    "array join",
                    "SELECT count() FROM (SELECT arrayJoin(range(1000)) AS x FROM numbers(100000000)) WHERE x = 1001"),
            Map.entry(
                    "array join beside strings",
                    "SELECT count() FROM (SELECT toString(number) AS s, range(1000) AS r FROM numbers(100000000)) ARRAY JOIN r WHERE s = 'a'"),
            Map.entry(
                    "lambda over many elements",
                    "SELECT sum(length(arrayMap(x -> toString(x), range(200)))) FROM numbers(1000000000)"),
            Map.entry("states that merge", "SELECT uniqExact(number) FROM numbers_mt(1000000000)"),
            Map.entry("wide rows in a format", "SELECT range(1000) FROM numbers(100000000) FORMAT JSON"),
            Map.entry("constants", "SELECT length(arrayMap(x -> sipHash64(toString(x)), range(30000000)))"),
            Map.entry(
                    "IN a large set",
                    "SELECT count() FROM numbers(10) WHERE number IN (SELECT number % 1000000 FROM numbers(1000000000000))"),
            Map.entry("scalar subquery", "SELECT (SELECT max(number % 7) FROM numbers(1000000000000))"),
            Map.entry("limit far away", "SELECT number FROM numbers(1000000000000) LIMIT 1 OFFSET 900000000000"),
            Map.entry("slow reader", "SELECT toString(number) FROM numbers(1000000000000)"));

    /** What runs before there is a handle: subqueries whose answers the analysis needs. */
    private static final Set<String> DURING_ANALYSIS = Set.of("scalar subquery", "constants");

    private static final AtomicLong IDS = new AtomicLong();
    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.start();
        engine.execute("CREATE TABLE target (n UInt64, s String) ENGINE = MergeTree ORDER BY s");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** A way to stop a query; {@code started} is done once the client has its handle. */
    private interface Cancel {
        void cancel(String id, CompletableFuture<RunningQuery> started);
    }

    @TestFactory
    Stream<DynamicTest> byTheClient(TestReporter reporter) {
        return LONG_QUERIES.keySet().stream()
                .filter(name -> !DURING_ANALYSIS.contains(name))
                .sorted()
                .map(name -> dynamicTest(
                        name,
                        () -> measure(
                                reporter,
                                "client",
                                name,
                                (id, started) -> started.join().cancel(CancelReason.CLIENT_GONE))));
    }

    @TestFactory
    Stream<DynamicTest> byKillQuery(TestReporter reporter) {
        return Stream.of("group by", "sort", "scalar subquery", "IN a large set", "insert select", "constants")
                .map(name -> dynamicTest(
                        name,
                        () -> measure(
                                reporter,
                                "KILL QUERY",
                                name,
                                (id, started) -> engine.execute("KILL QUERY WHERE query_id = '" + id + "' ASYNC"))));
    }

    @TestFactory
    Stream<DynamicTest> byItsTimeLimit(TestReporter reporter) {
        return Stream.of(
                        "scan of numbers",
                        "join",
                        "recursive CTE",
                        "sort",
                        "window",
                        "array join",
                        "insert select",
                        "constants")
                .map(name -> dynamicTest(
                        name,
                        () -> bestOf(reporter, "time limit: " + name, before -> {
                            Map<String, String> limit = Map.of("max_execution_time", before.toMillis() / 1000.0 + "");
                            CompletableFuture<Optional<DbException>> end = new CompletableFuture<>();
                            long start = System.nanoTime();
                            run(name, newId(name), limit, new CompletableFuture<>(), end);
                            check(await(name, end), ErrorCode.TIMEOUT_EXCEEDED);
                            return millisSince(start) - before.toMillis();
                        })));
    }

    /** Milliseconds from the moment a query should stop until it has. */
    private interface Attempt {
        long millis(Duration before) throws InterruptedException;
    }

    private static void bestOf(TestReporter reporter, String name, Attempt attempt) throws InterruptedException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best >= BOUND_MILLIS; i++) {
            best = Math.min(best, attempt.millis(BEFORE_CANCEL.get(i)));
        }
        reporter.publishEntry(name, best + " ms");
        assertThat(best).as("milliseconds until the query ended").isLessThan(BOUND_MILLIS);
        assertThat(engine.query("SELECT 1")).isEqualTo("1\n");
    }

    private static void measure(TestReporter reporter, String by, String name, Cancel cancel)
            throws InterruptedException {
        bestOf(reporter, by + ": " + name, before -> {
            CompletableFuture<RunningQuery> started = new CompletableFuture<>();
            CompletableFuture<Optional<DbException>> end = new CompletableFuture<>();
            String id = newId(name);
            run(name, id, Map.of(), started, end);
            waitUntilBusy(name, before, end);
            long from = System.nanoTime();
            cancel.cancel(id, started);
            check(await(name, end), ErrorCode.QUERY_WAS_CANCELLED);
            return millisSince(from);
        });
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static void check(Optional<DbException> error, ErrorCode expected) {
        assertThat(error).as("an error").isPresent();
        assertThat(error.orElseThrow().code())
                .as(error.orElseThrow().getMessage())
                .isEqualTo(expected);
    }

    /** Runs the query in a thread of its own: analysis may already compute scalar subqueries. */
    private static void run(
            String name,
            String id,
            Map<String, String> settings,
            CompletableFuture<RunningQuery> started,
            CompletableFuture<Optional<DbException>> end) {
        Thread.ofPlatform().daemon().start(() -> {
            try (RunningQuery query = engine.start(LONG_QUERIES.get(name), settings, Optional.of(id))) {
                started.complete(query);
                end.complete(drain(query));
            } catch (DbException e) {
                end.complete(Optional.of(e));
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
    }

    private static String newId(String name) {
        return name + " " + IDS.incrementAndGet();
    }

    private static Optional<DbException> drain(RunningQuery query) {
        while (true) {
            switch (query.next()) {
                case ResultEvent.Failed failed -> {
                    return Optional.of(failed.error());
                }
                case ResultEvent.Finished finished -> {
                    return Optional.empty();
                }
                case ResultEvent.Bytes bytes -> {}
                case ResultEvent.Started begun -> {}
                case ResultEvent.Rows rows -> {}
                case ResultEvent.TotalRow total -> {}
                case ResultEvent.Progress progress -> {}
            }
        }
    }

    /** Gives the query time to get into the middle of its work. */
    private static void waitUntilBusy(String name, Duration time, CompletableFuture<Optional<DbException>> end)
            throws InterruptedException {
        try {
            Optional<DbException> error = end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            throw new AssertionError(
                    name + " ended before it could be cancelled: " + error.map(DbException::getMessage));
        } catch (TimeoutException e) {
            // it is at work
        } catch (ExecutionException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Optional<DbException> await(String name, CompletableFuture<Optional<DbException>> end) {
        try {
            return end.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            List<String> stacks = new ArrayList<>();
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread.getName().startsWith("worker") && stack.length > 0) {
                    stacks.add(thread.getName() + ": " + List.of(stack).subList(0, Math.min(12, stack.length)));
                }
            });
            throw new AssertionError(
                    name + " still runs " + HANGS_AFTER_SECONDS + " s after it was cancelled, in " + stacks);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(name, e);
        }
    }
}
