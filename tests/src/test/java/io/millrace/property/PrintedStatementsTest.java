package io.millrace.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.print.SqlPrinter;
import io.millrace.testing.Seed;
import org.junit.jupiter.api.Test;

/** A statement that is printed and parsed again prints as before, on one line and on many. */
final class PrintedStatementsTest {
    private static final Seed SEED = Seed.ofThisRun();
    private static final int QUERIES = 3000;

    @Test
    void printingKeepsTheMeaning() {
        RandomQueries queries = new RandomQueries(SEED.random(3));
        for (int i = 0; i < QUERIES; i++) {
            String query = queries.next()
                    .replace("{t}", "db.t")
                    .replace("{prewhere}", "PREWHERE")
                    .replace("{where}", "WHERE")
                    .replace("{r}", "`odd name`");
            ParsedStatement parsed = Parser.parse(query, Dialect.CLICKHOUSE);
            String line = SqlPrinter.oneLine(parsed);
            String lines = SqlPrinter.multiLine(parsed);
            assertThat(SqlPrinter.oneLine(Parser.parse(line, Dialect.CLICKHOUSE)))
                    .as("%s, %s", SEED, query)
                    .isEqualTo(line);
            assertThat(SqlPrinter.oneLine(Parser.parse(lines, Dialect.CLICKHOUSE)))
                    .as("%s, %s", SEED, query)
                    .isEqualTo(line);
        }
    }
}
