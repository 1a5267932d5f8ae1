package io.millrace.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InsertAndSplitTest {

    private static String data(String query) {
        ParsedStatement parsed = Parser.parse(query, Dialect.CLICKHOUSE);
        return query.substring(parsed.end());
    }

    @Test
    void dataBeginsBehindValuesOrTheLineOfTheFormat() {
        assertThat(data("INSERT INTO t VALUES (1, 'a'), (2)")).isEqualTo(" (1, 'a'), (2)");
        assertThat(data("INSERT INTO t FORMAT TSV\n1\t'\n")).isEqualTo("1\t'\n");
        assertThat(data("INSERT INTO t FORMAT CSV  \r\n\n1")).isEqualTo("\n1");
        assertThat(data("INSERT INTO t FORMAT JSONEachRow {\"a\": 1}")).isEqualTo("{\"a\": 1}");
        assertThat(data("INSERT INTO t FORMAT TSV")).isEmpty();
        assertThat(data("INSERT INTO t FORMAT TSV;\n1")).isEqualTo("1");
        assertThat(data("INSERT INTO t SETTINGS a = 1 FORMAT TSV SETTINGS b = 2\n1"))
                .isEqualTo("1");
    }

    @Test
    void dataIsNeverRead() {
        byte[] head = "INSERT INTO t (a) VALUES".getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(head, head.length + 3);
        Arrays.fill(text, head.length, text.length, (byte) '\'');
        ParsedStatement parsed = Parser.parseHead(text, text.length, true, ParserOptions.DEFAULT);
        assertThat(parsed.end()).isEqualTo(head.length);
    }

    @Test
    void statementThatIsCutOffIsRefused() {
        byte[] text = "SELECT 1, 2".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Parser.parseHead(text, text.length, true, ParserOptions.DEFAULT))
                .hasMessageStartingWith("Max query size exceeded");
    }

    @Test
    void insertOfAQueryHasNoData() {
        Statement.Insert insert =
                (Statement.Insert) Parser.parse("INSERT INTO t (a) SELECT 1 FORMAT TSV", Dialect.CLICKHOUSE)
                        .statement();
        assertThat(insert.source()).isInstanceOf(Statement.FromQuery.class);
    }

    @Test
    void scriptsAreSplit() {
        String script =
                "SELECT 'a;b'; -- c;\n;INSERT INTO t VALUES (1, ';'), (2); INSERT INTO t FORMAT TSV\n1;2\n3\n\nSELECT 2";
        byte[] text = script.getBytes(StandardCharsets.UTF_8);
        StatementSplitter splitter = new StatementSplitter(text, ParserOptions.DEFAULT);
        List<String> pieces = new ArrayList<>();
        for (Optional<StatementSplitter.Piece> p = splitter.next(); p.isPresent(); p = splitter.next()) {
            StatementSplitter.Piece piece = p.get();
            pieces.add(script.substring(piece.start(), piece.textEnd()) + "|"
                    + script.substring(piece.dataStart(), piece.dataEnd()));
        }
        assertThat(pieces)
                .containsExactly(
                        "SELECT 'a;b'|",
                        "INSERT INTO t VALUES| (1, ';'), (2)",
                        "INSERT INTO t FORMAT TSV\n|1;2\n3\n",
                        "SELECT 2|");
    }
}
