package io.millrace.sql.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compares printed queries with what ClickHouse's formatQuery gave for them. */
class GoldenFormatTest {

    private static List<String> lines(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GoldenFormatTest.class.getResourceAsStream("/io/millrace/sql/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }

    @Test
    void oneLineIsAsClickHouseFormats() throws IOException {
        List<String> lines = lines("one-line.golden");
        assertThat(lines.size()).isGreaterThan(100);
        for (int i = 0; i < lines.size(); i += 2) {
            String query = lines.get(i).replace("\\n", "\n");
            assertThat(SqlPrinter.oneLine(Parser.parse(query, Dialect.CLICKHOUSE)))
                    .as(query)
                    .isEqualTo(lines.get(i + 1));
        }
    }

    @Test
    void manyLinesAreAsClickHouseFormats() throws IOException {
        String query = "";
        StringBuilder wanted = new StringBuilder();
        for (String line : lines("many-lines.golden")) {
            if (line.startsWith("> ")) {
                checkManyLines(query, wanted);
                query = line.substring(2);
                wanted.setLength(0);
            } else {
                wanted.append(wanted.isEmpty() ? "" : "\n").append(line);
            }
        }
        checkManyLines(query, wanted);
    }

    private static void checkManyLines(String query, StringBuilder wanted) {
        if (!query.isEmpty()) {
            assertThat(SqlPrinter.multiLine(Parser.parse(query, Dialect.CLICKHOUSE)))
                    .as(query)
                    .isEqualTo(wanted.toString());
        }
    }

    @Test
    void everyGoldenQueryReadsBack() throws IOException {
        List<String> lines = lines("one-line.golden");
        for (int i = 0; i < lines.size(); i += 2) {
            var parsed = Parser.parse(lines.get(i).replace("\\n", "\n"), Dialect.CLICKHOUSE);
            assertThat(Parser.parse(SqlPrinter.oneLine(parsed), Dialect.CLICKHOUSE)
                            .statement())
                    .isEqualTo(parsed.statement());
            assertThat(Parser.parse(SqlPrinter.multiLine(parsed), Dialect.CLICKHOUSE)
                            .statement())
                    .isEqualTo(parsed.statement());
        }
    }
}
