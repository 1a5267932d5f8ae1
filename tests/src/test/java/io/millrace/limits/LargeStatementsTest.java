package io.millrace.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.testing.TestEngine;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements that are deep, long or wide end in an answer or an error within seconds, and regular expressions take time in proportion to their text. */
final class LargeStatementsTest {
    private static final long SECONDS = 10;
    private static final Map<String, String> LONG = Map.of("max_query_size", "1000000000");

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static String repeated(String open, String inner, String close, int times) {
        return open.repeat(times) + inner + close.repeat(times);
    }

    private static String list(String pattern, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> pattern.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(", "));
    }

    @TestFactory
    Stream<DynamicTest> deepOnesAreRefusedOrAnswered() {
        return Stream.of(
                        Map.entry("parentheses", repeated("(", "1", ")", 900)),
                        Map.entry("too many parentheses", repeated("(", "1", ")", 100_000)),
                        Map.entry("NOT", "NOT ".repeat(50_000) + "1"),
                        Map.entry("minus", "- ".repeat(50_000) + "1"),
                        Map.entry("calls", repeated("abs(", "1", ")", 20_000)),
                        Map.entry("arrays", repeated("[", "1", "]", 20_000)),
                        Map.entry("tuples", repeated("(1, ", "1", ")", 20_000)),
                        Map.entry("CASE", repeated("CASE WHEN 1 THEN ", "1", " ELSE 0 END", 5_000)),
                        Map.entry("long sum", "1" + " + 1".repeat(50_000)),
                        Map.entry("long AND", "1" + " AND number >= 0".repeat(20_000) + " FROM numbers(3)"),
                        Map.entry("long concatenation", "'a'" + " || 'b'".repeat(20_000)),
                        Map.entry("lambdas", repeated("arrayMap(x -> ", "x", ", [1])", 300)),
                        Map.entry("subqueries", repeated("(SELECT ", "1", ")", 2_000)),
                        Map.entry("FROM", "1 FROM " + repeated("(SELECT 1 FROM ", "numbers(1)", ")", 2_000)),
                        Map.entry("types", "CAST([] AS " + repeated("Array(", "Int8", ")", 5_000) + ")"),
                        Map.entry("unions", "1" + " UNION ALL SELECT 1".repeat(2_000)),
                        Map.entry("very deep calls", repeated("abs(", "number", ")", 100_000) + " FROM numbers(1)"),
                        Map.entry("very deep CASE", repeated("CASE WHEN 1 THEN ", "1", " ELSE 0 END", 100_000)),
                        Map.entry("very deep subqueries", repeated("(SELECT ", "1", ")", 100_000)),
                        Map.entry("very deep lambdas", repeated("arrayMap(x -> ", "x", ", [1])", 100_000)),
                        Map.entry(
                                "very long AND",
                                "count() FROM numbers(3) WHERE 1" + " AND number >= 0".repeat(100_000)),
                        Map.entry("very long OR", "count() FROM numbers(3) WHERE 0" + " OR number = 7".repeat(100_000)),
                        Map.entry("joins", "1 FROM numbers(1) AS t" + " CROSS JOIN numbers(1)".repeat(10_000)),
                        Map.entry("many unions", "1" + " UNION ALL SELECT 1".repeat(10_000)),
                        Map.entry(
                                "many unions of tables",
                                "count() FROM (SELECT number FROM numbers(1)"
                                        + " UNION ALL SELECT number FROM numbers(1)".repeat(10_000) + ")"),
                        Map.entry("spaces", "1" + " ".repeat(50_000_000) + "+ 1"),
                        Map.entry("a long comment", "1 /*" + "*".repeat(50_000_000) + "*/"),
                        Map.entry("a long name", "x".repeat(50_000_000)),
                        Map.entry("many commas", "1" + ",1".repeat(25_000_000)),
                        Map.entry("unclosed", "(".repeat(100_000)),
                        Map.entry("unclosed comment", "/*".repeat(100_000)))
                .map(e -> dynamicTest(e.getKey(), () -> inTime(e.getKey(), "SELECT " + e.getValue())));
    }

    /** Each word doubles the query. */
    @TestFactory
    Stream<DynamicTest> doublingOnesAreRefused() {
        String aliases = IntStream.range(1, 60)
                .mapToObj(i -> ", a" + (i - 1) + " + a" + (i - 1) + " AS a" + i)
                .collect(Collectors.joining());
        String queries = IntStream.range(1, 60)
                .mapToObj(i ->
                        ", q" + i + " AS (SELECT * FROM q" + (i - 1) + " UNION ALL SELECT * FROM q" + (i - 1) + ")")
                .collect(Collectors.joining());
        return Stream.of(
                        "WITH number AS a0" + aliases + " SELECT a59 FROM numbers(1)",
                        "WITH q0 AS (SELECT 1)" + queries + " SELECT count() FROM q59")
                .map(sql -> dynamicTest(sql.substring(0, 40), () -> {
                    long start = System.nanoTime();
                    DbException error = catchThrowableOfType(DbException.class, () -> engine.query(sql, LONG));
                    assertThat(error).as("an error").isNotNull();
                    assertThat(error.code()).as(error.getMessage()).isEqualTo(ErrorCode.TOO_BIG_AST);
                    assertThat((System.nanoTime() - start) / 1_000_000)
                            .as("milliseconds")
                            .isLessThan(SECONDS * 1000);
                }));
    }

    private static void inTime(String name, String sql) {
        long start = System.nanoTime();
        Throwable error = catchThrowableOfType(Throwable.class, () -> engine.query(sql, LONG));
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (error != null) {
            assertThat(error).as(name).isInstanceOf(DbException.class);
            DbException known = (DbException) error;
            assertThat(known.code()).as(known.getMessage()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
            assertThat(known.getMessage().length()).as("length of the message").isLessThan(100_000);
        }
        assertThat(millis).as("milliseconds").isLessThan(SECONDS * 1000);
        assertThat(engine.query("SELECT 1")).isEqualTo("1\n");
    }

    @TestFactory
    Stream<DynamicTest> largeOnesAreAnswered() {
        int many = 300_000;
        return Stream.of(
                        Map.entry(
                                "SELECT count() FROM numbers(1000000) WHERE number IN (" + list("#", many) + ")",
                                "300000\n"),
                        Map.entry(
                                "SELECT count() FROM numbers(1000) WHERE toString(number) IN (" + list("'#'", 50_000)
                                        + ")",
                                "1000\n"),
                        Map.entry("SELECT length('" + "x".repeat(50_000_000) + "')", "50000000\n"),
                        Map.entry(
                                "SELECT count(), sum(c99999) FROM (SELECT " + list("number + # AS c#", 100_000)
                                        + " FROM numbers(2))",
                                "2\t199999\n"),
                        Map.entry("SELECT length([" + list("#", 100_000) + "])", "100000\n"),
                        Map.entry(
                                "SELECT sum(c1) FROM VALUES('c1 UInt32', " + list("(#)", 20_000) + ")", "199990000\n"))
                .map(e -> dynamicTest(e.getKey().substring(0, 60), () -> {
                    long start = System.nanoTime();
                    assertThat(engine.query(e.getKey(), LONG)).isEqualTo(e.getValue());
                    assertThat((System.nanoTime() - start) / 1_000_000)
                            .as("milliseconds")
                            .isLessThan(SECONDS * 1000);
                }));
    }

    @TestFactory
    Stream<DynamicTest> wideTables() {
        int columns = 2_000;
        return Stream.of("Memory", "MergeTree ORDER BY c1")
                .map(store -> dynamicTest(store, () -> {
                    String name = "wide" + store.length();
                    long start = System.nanoTime();
                    engine.query(
                            "CREATE TABLE " + name + " (" + list("c# UInt8", columns) + ") ENGINE = " + store, LONG);
                    engine.query("INSERT INTO " + name + " (c1, c" + (columns - 1) + ") VALUES (1, 2), (3, 4)");
                    assertThat(engine.query("SELECT sum(c1), sum(c2), sum(c" + (columns - 1) + ") FROM " + name))
                            .isEqualTo("4\t0\t6\n");
                    assertThat(engine.query("SELECT * FROM " + name + " LIMIT 1")
                                    .length())
                            .isGreaterThan(2 * columns - 1);
                    assertThat((System.nanoTime() - start) / 1_000_000)
                            .as("milliseconds")
                            .isLessThan(SECONDS * 1000);
                }));
    }

    @TestFactory
    Stream<DynamicTest> regularExpressionsAreLinear() {
        return Stream.of(
                        "(a+)+$",
                        "(a|aa)+$",
                        "(a|a?)+$",
                        "(.*a){20}x",
                        "^(([a-z])+.)+[A-Z]([a-z])+$",
                        "(x+x+)+y",
                        "a{1,900}b",
                        "(?:a?){500}a{500}")
                .map(pattern -> dynamicTest(pattern, () -> {
                    long start = System.nanoTime();
                    String sql = "SELECT match(concat(repeat('a', 200000), '!'), '" + pattern
                            + "'), length(extractAll(repeat('ax', 20000), '" + pattern + "'))";
                    try {
                        engine.query(sql);
                    } catch (DbException e) {
                        assertThat(e.code()).as(e.getMessage()).isNotEqualTo(ErrorCode.LOGICAL_ERROR);
                    }
                    assertThat((System.nanoTime() - start) / 1_000_000)
                            .as("milliseconds")
                            .isLessThan(3000);
                }));
    }
}
