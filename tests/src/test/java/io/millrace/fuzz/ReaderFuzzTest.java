package io.millrace.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.testing.Seed;
import io.millrace.testing.TestEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows in every format, with bytes changed, cut or repeated: they are taken or refused, and lying lengths do not take the memory of the server. */
final class ReaderFuzzTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int CASES = Integer.getInteger("cases", 400);

    private static final List<String> FORMATS = List.of(
            "TabSeparated",
            "TabSeparatedWithNamesAndTypes",
            "CSV",
            "CSVWithNames",
            "Values",
            "JSONEachRow",
            "RowBinary",
            "RowBinaryWithNamesAndTypes",
            "Native",
            "TSKV",
            "CustomSeparated",
            "JSONCompactEachRow",
            "JSONColumns",
            "Arrow",
            "ArrowStream",
            "Parquet");

    private static final Map<String, String> LIMITS =
            Map.of("max_memory_usage", "100000000", "max_execution_time", "5");

    private static final String COLUMNS =
            "i Int32, s String, n Nullable(Float64), l LowCardinality(Nullable(String)), a Array(Array(UInt16)), m Map(String, Int8), "
                    + "t Tuple(Date, DateTime64(3)), f FixedString(3), c Decimal(18, 4), e Enum8('a' = 1, 'b' = 2), u UUID, b Bool, g AggregateFunction(uniqExact, String)";

    private static TestEngine engine;

    @BeforeAll
    static void start() {
        engine = TestEngine.inMemory();
        engine.execute(
                "CREATE TABLE source (" + COLUMNS + ") ENGINE = Memory",
                "INSERT INTO source SELECT i, s, n, l, a, m, t, f, c, e, u, b, arrayReduce('uniqExactState', [s, 'x']) FROM generateRandom('"
                        + COLUMNS.substring(0, COLUMNS.indexOf(", g ")).replace("'", "\\'") + "', 7, 10, 3) LIMIT 20",
                "CREATE TABLE target (" + COLUMNS + ") ENGINE = Null");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicTest> readers() {
        return FORMATS.stream()
                .map(format -> dynamicTest(format, () -> {
                    byte[] rows = engine.bytes("SELECT * FROM source FORMAT " + format);
                    Random random = SEED.random(format.hashCode());
                    Map<String, String> defects = new TreeMap<>();
                    engine.insert("INSERT INTO target FORMAT " + format, rows, LIMITS);
                    for (int i = 0; i < CASES; i++) {
                        byte[] changed = change(rows, random);
                        try {
                            engine.insert("INSERT INTO target FORMAT " + format, changed, LIMITS);
                        } catch (DbException e) {
                            if (e.code() == ErrorCode.LOGICAL_ERROR) {
                                Throwable cause = e.getCause() == null ? e : e.getCause();
                                defects.put(
                                        cause + " at "
                                                + Arrays.stream(cause.getStackTrace())
                                                        .limit(3)
                                                        .toList(),
                                        "case " + i);
                            }
                        } catch (RuntimeException | Error e) {
                            defects.put(
                                    "escaped: " + e + " at "
                                            + Arrays.stream(e.getStackTrace())
                                                    .limit(3)
                                                    .toList(),
                                    "case " + i);
                        }
                    }
                    assertThat(defects).as("%s, %s", format, SEED).isEmpty();
                    assertThat(engine.query("SELECT count() FROM source")).isEqualTo("20\n");
                }));
    }

    private static byte[] change(byte[] rows, Random random) {
        byte[] changed = rows.clone();
        for (int change = 1 + random.nextInt(3); change > 0 && changed.length > 1; change--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(6)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed[at] = (byte) random.nextInt(256);
                case 2 -> changed = Arrays.copyOf(changed, at);
                case 3 -> Arrays.fill(changed, at, Math.min(changed.length, at + 1 + random.nextInt(9)), (byte) 0xFF);
                case 4 -> Arrays.fill(changed, at, Math.min(changed.length, at + 1 + random.nextInt(9)), (byte) 0);
                default -> {
                    int from = random.nextInt(changed.length);
                    int length = Math.min(random.nextInt(40), Math.min(changed.length - from, changed.length - at));
                    System.arraycopy(changed.clone(), from, changed, at, length);
                }
            }
        }
        return changed;
    }
}
