package io.millrace.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testing.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it matters which of two rows came first, an input that is long enough for several threads is taken in its order. */
final class InsertOrderTest {
    private static final int KEYS = 100;
    private static final int ROWS = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"TabSeparated", "CSV", "JSONEachRow"})
    void theLastOfEqualRowsStays(String format) {
        try (TestEngine engine = TestEngine.start()) {
            engine.execute("CREATE TABLE t (k UInt32, n UInt32, filler String) ENGINE = ReplacingMergeTree ORDER BY k");
            engine.insert(
                    "INSERT INTO t FORMAT " + format,
                    rows(format),
                    Map.of("max_insert_threads", "2", "max_threads", "2"));
            assertThat(engine.query("SELECT count(), min(n), max(n) FROM t FINAL"))
                    .isEqualTo(KEYS + "\t" + (ROWS - KEYS) + "\t" + (ROWS - 1) + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TabSeparated", "CSV", "JSONEachRow"})
    void memoryKeepsTheOrderOfItsRows(String format) {
        try (TestEngine engine = TestEngine.start()) {
            engine.execute("CREATE TABLE t (k UInt32, n UInt32, filler String) ENGINE = Memory");
            engine.insert(
                    "INSERT INTO t FORMAT " + format,
                    rows(format),
                    Map.of("max_insert_threads", "2", "max_threads", "2"));
            String answer = engine.query(
                    "SELECT count(), countIf(n != i) FROM (SELECT n, rowNumberInAllBlocks() AS i FROM t SETTINGS max_threads = 1)",
                    Map.of("max_threads", "1"));
            assertThat(answer).isEqualTo(ROWS + "\t0\n");
        }
    }

    /** Several megabytes: row {@code n} has key {@code n % KEYS}. */
    private static byte[] rows(String format) {
        StringBuilder text = new StringBuilder();
        String filler = "x".repeat(20);
        for (int n = 0; n < ROWS; n++) {
            int k = n % KEYS;
            switch (format) {
                case "CSV" -> text.append(k).append(',').append(n).append(',').append(filler);
                case "JSONEachRow" ->
                    text.append("{\"k\":")
                            .append(k)
                            .append(",\"n\":")
                            .append(n)
                            .append(",\"filler\":\"")
                            .append(filler)
                            .append("\"}");
                default -> text.append(k).append('\t').append(n).append('\t').append(filler);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
