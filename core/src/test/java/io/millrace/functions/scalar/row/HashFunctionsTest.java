package io.millrace.functions.scalar.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The hash functions against values and types that a real ClickHouse gave. */
final class HashFunctionsTest {
    @Test
    void recordedHashes() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/io/millrace/base/hash/hashes.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (!cells[0].equals("hash")) {
                    continue;
                }
                String expected = cells[3] + "\t" + cells[2] + "\n";
                try {
                    String answer = SqlExpressions.run("SELECT " + cells[1] + ", toTypeName(" + cells[1] + ")");
                    if (!answer.equals(expected)) {
                        wrong.add(cells[1] + ": " + answer.strip() + " instead of " + expected.strip());
                    }
                    compared++;
                } catch (DbException e) {
                    assertThat(e.code()).as(cells[1]).isEqualTo(ErrorCode.UNKNOWN_FUNCTION);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(880);
    }
}
