package io.millrace.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.testing.Seed;
import io.millrace.testing.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * An answer is the same however it is computed: in blocks of one row or of many, by one thread or several, in memory or spilled, from a Memory table or from
 * parts in any order and partition, before and after they are merged.
 */
final class AnswersAgreeTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int QUERIES = Integer.getInteger("queries", 120);
    private static final int PARTS = 4;
    private static final int ROWS_PER_PART = 250;

    private static final List<String> LAYOUTS = List.of(
            "ORDER BY tuple()",
            "ORDER BY id SETTINGS index_granularity = 8",
            "PARTITION BY toYYYYMM(d) ORDER BY (u, id) SETTINGS index_granularity = 16, min_bytes_for_wide_part = 0",
            "PARTITION BY u ORDER BY (s, n, id) SETTINGS allow_nullable_key = 1, index_granularity = 4, min_bytes_for_wide_part = 0",
            "PARTITION BY (l, u % 2) ORDER BY (d, intDiv(i, 10), f) SETTINGS index_granularity = 32",
            "ORDER BY (ns, toStartOfHour(t), c) SETTINGS allow_nullable_key = 1, index_granularity = 64, min_bytes_for_wide_part = 0",
            "ORDER BY (i, e, x) SETTINGS index_granularity = 8");

    /** How a query is run: on which tables, under which settings. */
    private record Way(String name, String tables, Map<String, String> settings) {
        String put(String query) {
            // only tables of the MergeTree family know PREWHERE
            String clauses = tables.equals("memory")
                    ? query.replace("{prewhere}", "WHERE").replace("{where}", "AND")
                    : query.replace("{prewhere}", "PREWHERE").replace("{where}", "WHERE");
            return clauses.replace("{t}", "t_" + tables).replace("{r}", "r_" + tables);
        }
    }

    private static final Way PLAIN = new Way("plain", "memory", Map.of());

    private static TestEngine engine;
    private static final List<String> queries = new ArrayList<>();
    private static final List<String> answers = new ArrayList<>();

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
        fill("memory", "Memory");
        for (int i = 0; i < LAYOUTS.size(); i++) {
            fill("layout" + i, "MergeTree " + LAYOUTS.get(i));
        }
        RandomQueries random = new RandomQueries(SEED.random(1));
        for (int i = 0; i < QUERIES; i++) {
            queries.add(random.next());
            answers.add(answer(queries.get(i), PLAIN));
        }
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static void fill(String name, String table) {
        Random random = SEED.random(2);
        for (String which : List.of("t", "r")) {
            engine.execute("CREATE TABLE " + which + "_" + name + " (" + RandomRows.COLUMNS + ") ENGINE = " + table);
            for (int part = 0; part < PARTS; part++) {
                String rows =
                        RandomRows.tabSeparated(random, part * ROWS_PER_PART, which.equals("t") ? ROWS_PER_PART : 30);
                engine.insert(
                        "INSERT INTO " + which + "_" + name + " FORMAT TSV",
                        rows.getBytes(StandardCharsets.UTF_8),
                        Map.of());
            }
        }
    }

    /** The lines of the answer, sorted if the query does not say how; an error is an answer, too, which no query of ours should have. */
    private static String answer(String query, Way way) {
        try {
            String text = engine.query(way.put(query), way.settings());
            boolean ordered = query.contains(" ORDER BY ") && !query.contains(" OVER ") && !query.contains(" BY u")
                    || query.contains(" LIMIT ");
            return ordered ? text : String.join("\n", TestEngine.sorted(text));
        } catch (DbException e) {
            return e.code() + ": " + e.getMessage() + origin(e);
        }
    }

    private static String origin(DbException error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        return Arrays.stream(cause.getStackTrace())
                .limit(4)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining());
    }

    @TestFactory
    Stream<DynamicTest> everyQueryHasAnAnswer() {
        return check("answered", PLAIN);
    }

    @TestFactory
    Stream<DynamicTest> blockSizes() {
        return Stream.of("1", "7", "65409")
                .flatMap(size -> Stream.of("memory", "layout2")
                        .flatMap(t ->
                                check("max_block_size", new Way(size + " " + t, t, Map.of("max_block_size", size)))));
    }

    @TestFactory
    Stream<DynamicTest> threads() {
        return Stream.of("1", "4")
                .flatMap(threads -> check("max_threads", new Way(threads, "layout1", Map.of("max_threads", threads))));
    }

    @TestFactory
    Stream<DynamicTest> spilling() {
        Map<String, String> small = Map.of(
                "max_bytes_before_external_group_by",
                "1",
                "max_bytes_before_external_sort",
                "1",
                "max_block_size",
                "100");
        return Stream.of("memory", "layout4").flatMap(t -> check("spilled", new Way(t, t, small)));
    }

    @TestFactory
    Stream<DynamicTest> layouts() {
        Stream<DynamicTest> parts = layouts("several parts");
        DynamicTest merging = dynamicTest("OPTIMIZE FINAL", () -> {
            for (int i = 0; i < LAYOUTS.size(); i++) {
                engine.execute("OPTIMIZE TABLE t_layout" + i + " FINAL", "OPTIMIZE TABLE r_layout" + i + " FINAL");
            }
        });
        return Stream.of(parts, Stream.of(merging), layouts("merged")).flatMap(s -> s);
    }

    private static Stream<DynamicTest> layouts(String when) {
        return Stream.iterate(0, i -> i < LAYOUTS.size(), i -> i + 1)
                .flatMap(i -> check(when, new Way(LAYOUTS.get(i), "layout" + i, Map.of())));
    }

    private static Stream<DynamicTest> check(String what, Way way) {
        return Stream.of(dynamicTest(what + " " + way.name(), () -> {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < queries.size(); i++) {
                String answer = answer(queries.get(i), way);
                boolean failed = answers.get(i).matches("(?s)[A-Z_]+: .*");
                if (way == PLAIN ? failed : !failed && !answer.equals(answers.get(i))) {
                    wrong.add(way.put(queries.get(i)) + "\n"
                            + (failed ? answers.get(i) : difference(answers.get(i), answer)));
                }
            }
            assertThat(wrong)
                    .as("%s, settings %s: %s of %s queries", SEED, way.settings(), wrong.size(), queries.size())
                    .isEmpty();
        }));
    }

    /** The first lines that differ. */
    private static String difference(String expected, String actual) {
        String[] left = expected.split("\n", -1);
        String[] right = actual.split("\n", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            if (!left[i].equals(right[i])) {
                return "line " + (i + 1) + ": plain [" + left[i] + "] now [" + right[i] + "]";
            }
        }
        return left.length + " lines plain, " + right.length + " now: "
                + actual.lines().limit(3).toList();
    }
}
