package io.millrace.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.testing.Seed;
import io.millrace.testing.TestEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Odd statements have answers or errors, soon; never an error of ours, which says LOGICAL_ERROR. */
final class StatementFuzzTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int STATEMENTS = Integer.getInteger("statements", 4000);
    private static final long SLOW_MILLIS = 6000;
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "sql"));

    private static final Map<String, String> LIMITS =
            Map.of("max_execution_time", "1", "max_memory_usage", "200000000", "max_result_rows", "100000");

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS t (k UInt32, s String, n Nullable(Int64), a Array(Int32), d Date, l LowCardinality(String), m Map(String, UInt8), t DateTime) "
                + "ENGINE = MergeTree ORDER BY k",
        "INSERT INTO t SELECT number, toString(number), if(number % 2, NULL, number), range(number % 4), toDate(number), toString(number % 2), map('a', number), "
                + "toDateTime(number) FROM numbers(20)",
    };

    @Test
    void noStatementIsAnErrorOfOurs() {
        List<String> corpus = StatementMutator.corpus(CORPUS);
        assertThat(corpus).hasSizeGreaterThan(500);
        StatementMutator mutator = new StatementMutator(SEED.random(0), corpus);
        Map<String, String> defects = new TreeMap<>();
        List<String> slow = new ArrayList<>();
        try (TestEngine engine = TestEngine.inMemory()) {
            engine.execute(TABLES);
            for (int i = 0; i < STATEMENTS; i++) {
                String statement = mutator.next();
                long start = System.nanoTime();
                try {
                    engine.query(statement, LIMITS);
                } catch (DbException e) {
                    if (e.code() == ErrorCode.LOGICAL_ERROR) {
                        defects.merge(origin(e), statement, StatementFuzzTest::shorter);
                    }
                } catch (RuntimeException | Error e) {
                    defects.merge("escaped: " + origin(e), statement, StatementFuzzTest::shorter);
                }
                if (System.nanoTime() - start > SLOW_MILLIS * 1_000_000) {
                    slow.add(statement);
                }
            }
        }
        assertThat(defects.entrySet().stream()
                        .map(e -> e.getKey() + "\n    " + e.getValue())
                        .collect(Collectors.joining("\n")))
                .as("%s: kinds of errors of ours: %s", SEED, defects.size())
                .isEmpty();
        assertThat(slow).as("%s: slow although limited to a second", SEED).isEmpty();
    }

    private static String shorter(String one, String other) {
        return one.length() <= other.length() ? one : other;
    }

    /** What went wrong, and where: one defect has one origin. */
    private static String origin(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause instanceof DbException
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
        String place = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.millrace"))
                .limit(2)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return place.isEmpty() ? kind : kind.lines().findFirst().orElse("") + " at " + place;
    }
}
