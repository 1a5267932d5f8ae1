package io.millrace.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.testing.TestEngine;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A query that wants more than max_memory_usage ends with error 241; everything it held is given back and the next queries are served. */
final class MemoryLimitTest {
    private static final Map<String, String> GREEDY = Map.ofEntries(
            Map.entry("group by", "SELECT number, count() FROM numbers(20000000) GROUP BY number FORMAT Null"),
            Map.entry(
                    "group by strings",
                    "SELECT toString(number) AS k, count() FROM numbers(10000000) GROUP BY k FORMAT Null"),
            Map.entry("groupArray", "SELECT length(groupArray(number)) FROM numbers(20000000)"),
            Map.entry("uniqExact", "SELECT uniqExact(number) FROM numbers(20000000)"),
            Map.entry(
                    "sort", "SELECT number, toString(number) AS s FROM numbers(20000000) ORDER BY s DESC FORMAT Null"),
            Map.entry(
                    "join", "SELECT count() FROM numbers(10) AS a JOIN numbers(20000000) AS b ON a.number = b.number"),
            Map.entry("IN", "SELECT count() FROM numbers(10) WHERE number IN (SELECT number FROM numbers(20000000))"),
            Map.entry("distinct", "SELECT DISTINCT number FROM numbers(20000000) FORMAT Null"),
            Map.entry("window", "SELECT row_number() OVER (ORDER BY number) FROM numbers(20000000) FORMAT Null"),
            Map.entry("long string", "SELECT length(repeat('abcdefgh', 100000000))"),
            Map.entry("long array", "SELECT length(range(100000000))"),
            Map.entry("long arrays", "SELECT sum(length(range(900 + number % 100))) FROM numbers(1000000)"),
            Map.entry("array of a constant", "SELECT length(arrayWithConstant(100000000, 'abc'))"),
            Map.entry(
                    "arrays of a constant",
                    "SELECT sum(length(arrayWithConstant(900 + number % 100, number))) FROM numbers(1000000)"),
            Map.entry("array made longer", "SELECT length(arrayResize([1], 100000000))"),
            Map.entry("spaces", "SELECT sum(length(space(1000000 - number % 7))) FROM numbers(100000)"),
            Map.entry("padding", "SELECT sum(length(leftPad('x', 1000000 - number % 7))) FROM numbers(100000)"),
            Map.entry(
                    "concatenation",
                    "SELECT sum(length(concat(repeat('x', 400 + number % 2), repeat('y', 400), repeat('z', 800)))) FROM numbers(1000000)"),
            Map.entry(
                    "product of arrays",
                    "SELECT length(arrayMap(x -> arrayMap(y -> x * y, range(10000)), range(100000)))"),
            Map.entry(
                    "joined array",
                    "SELECT length(arrayStringConcat(range(3000 + number % 7), ', ')) FROM numbers(100000) FORMAT Null"),
            Map.entry("array to rows", "SELECT arrayJoin(range(100000000)) FORMAT Null"),
            Map.entry(
                    "growing state", "SELECT length(groupArray(repeat(toString(number), 100))) FROM numbers(10000000)"),
            Map.entry("long strings", "SELECT sum(length(repeat('x', 1000000 - number % 7))) FROM numbers(100000)"),
            Map.entry(
                    "longer strings",
                    "SELECT sum(length(replaceRegexpAll(repeat(toString(number), 100000), '[0-9]{3}', 'abcdef'))) FROM numbers(100000)"),
            Map.entry(
                    "strings in an array",
                    "SELECT length(arrayMap(x -> repeat('abc', x), range(number + 100000))) FROM numbers(10)"),
            Map.entry(
                    "cross join",
                    "SELECT a.number, b.number FROM numbers(10) AS a, numbers(50000000) AS b ORDER BY a.number + b.number FORMAT Null"),
            Map.entry(
                    "insert",
                    "INSERT INTO target SELECT number, toString(number) FROM numbers(100000000) SETTINGS min_insert_block_size_rows = 100000000, "
                            + "min_insert_block_size_bytes = 100000000000"),
            Map.entry(
                    "arrays",
                    "SELECT sum(length(arrayMap(x -> toString(x), range(100000)))) FROM numbers(10000) SETTINGS max_block_size = 10000"));

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
        engine.execute("CREATE TABLE target (n UInt64, s String) ENGINE = Memory");
        engine.execute("CREATE TABLE whole (n UInt64, s String) ENGINE = Memory");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> theQueryEnds() {
        return GREEDY.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> dynamicTest(e.getKey(), () -> {
                    long before = engine.engine().memory().usedBytes();
                    DbException error = catchThrowableOfType(
                            DbException.class,
                            () -> engine.query(e.getValue(), Map.of("max_memory_usage", "50000000")));
                    assertThat(error).as("an error").isNotNull();
                    assertThat(error.code())
                            .as(error.getMessage())
                            .isEqualTo(
                                    e.getKey().equals("long string")
                                            ? ErrorCode.TOO_LARGE_STRING_SIZE
                                            : ErrorCode.MEMORY_LIMIT_EXCEEDED);
                    assertThat(engine.query("SELECT sum(number) FROM numbers(1000)"))
                            .isEqualTo("499500\n");
                    assertThat(engine.engine().memory().usedBytes())
                            .as("bytes held after the query")
                            .isLessThanOrEqualTo(before);
                }));
    }

    /** Formats that cannot be cut into rows as they come in. */
    @TestFactory
    Stream<DynamicTest> inputThatIsReadWholeIsCharged() {
        String rows = "SELECT number AS n, hex(sipHash128(number)) AS s FROM numbers(600000) FORMAT ";
        return Stream.of("Parquet", "Arrow", "ArrowStream")
                .map(format -> dynamicTest(format, () -> {
                    byte[] data = engine.bytes(rows + format);
                    long before = engine.engine().memory().usedBytes();
                    DbException error = catchThrowableOfType(
                            DbException.class,
                            () -> engine.insert(
                                    "INSERT INTO target FORMAT " + format,
                                    data,
                                    Map.of("max_memory_usage", "10000000")));
                    assertThat(error).as("an error").isNotNull();
                    assertThat(error.code()).as(error.getMessage()).isEqualTo(ErrorCode.MEMORY_LIMIT_EXCEEDED);
                    assertThat(engine.engine().memory().usedBytes())
                            .as("bytes held after the query")
                            .isLessThanOrEqualTo(before);
                    engine.insert("INSERT INTO whole FORMAT " + format, data, Map.of());
                    assertThat(engine.query("SELECT count(), sum(n) FROM whole"))
                            .isEqualTo("600000\t179999700000\n");
                    engine.execute("TRUNCATE TABLE whole");
                }));
    }

    /** The description of a Parquet file stands at its end. */
    @Test
    void fileThatIsReadWholeIsCharged() {
        engine.execute(
                "INSERT INTO FUNCTION file('large.parquet', 'Parquet', 'n UInt64, s String') SELECT number AS n, hex(sipHash128(number)) AS s FROM numbers(600000)");
        String query = "SELECT sum(n) FROM file('large.parquet')";
        DbException error = catchThrowableOfType(
                DbException.class, () -> engine.query(query, Map.of("max_memory_usage", "10000000")));
        assertThat(error).as("an error").isNotNull();
        assertThat(error.code()).as(error.getMessage()).isEqualTo(ErrorCode.MEMORY_LIMIT_EXCEEDED);
        assertThat(engine.query(query)).isEqualTo("179999700000\n");
    }

    /** New values are computed while a part is written: what is held does not grow with the table. */
    @Test
    void changesOfRowsHoldLittle() {
        engine.execute("CREATE TABLE changed (k UInt64, s String, n UInt64) ENGINE = MergeTree ORDER BY k");
        engine.execute("INSERT INTO changed SELECT number, '', 0 FROM numbers(3000000)");
        Map<String, String> settings = Map.of("max_memory_usage", "60000000");
        engine.query("ALTER TABLE changed UPDATE s = hex(sipHash128(k)), n = k + 1 WHERE k % 10 != 3", settings);
        assertThat(engine.query("SELECT count(), sum(n), uniqExact(s) FROM changed WHERE n != 0"))
                .isEqualTo("2700000\t4050001800000\t2700000\n");
        assertThat(engine.query("SELECT count(), countIf(s = '' AND n = 0) FROM changed WHERE k % 10 = 3"))
                .isEqualTo("300000\t300000\n");
        engine.query("ALTER TABLE changed DELETE WHERE n = 0", settings);
        assertThat(engine.query("SELECT count(), sum(k) FROM changed")).isEqualTo("2700000\t4049999100000\n");
    }

    @TestFactory
    Stream<DynamicTest> spillingGoesOn() {
        Map<String, String> settings = Map.of(
                "max_memory_usage",
                "200000000",
                "max_bytes_before_external_group_by",
                "20000000",
                "max_bytes_before_external_sort",
                "20000000");
        return Stream.of(
                        Map.entry(
                                "SELECT count(), sum(c) FROM (SELECT number % 4000000 AS k, count() AS c FROM numbers(6000000) GROUP BY k)",
                                "4000000\t6000000\n"),
                        Map.entry(
                                "SELECT count(), sum(number) FROM (SELECT number, toString(number) AS s FROM numbers(3000000) ORDER BY s DESC)",
                                "3000000\t4499998500000\n"))
                .map(e -> dynamicTest(
                        e.getKey(),
                        () -> assertThat(engine.query(e.getKey(), settings)).isEqualTo(e.getValue())));
    }
}
