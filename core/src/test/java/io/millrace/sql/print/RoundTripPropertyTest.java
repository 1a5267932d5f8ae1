package io.millrace.sql.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is printed parses back to an equal tree. */
class RoundTripPropertyTest {

    @Test
    void randomQueriesReadBack() {
        long seed = Long.getLong("seed", 20_261_121L);
        for (int round = 0; round < 2_000; round++) {
            Query query = new RandomSyntax(new Random(seed + round)).query(4);
            check(SqlPrinter.oneLine(query), query, seed + round);
            check(SqlPrinter.multiLine(query), query, seed + round);
        }
    }

    private static void check(String text, Query query, long seed) {
        Statement parsed;
        try {
            parsed = Parser.parse(text, Dialect.CLICKHOUSE).statement();
        } catch (DbException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + text, e);
        }
        if (!parsed.equals(new Statement.SelectStatement(query))) {
            assertThat(SqlPrinter.oneLine(parsed)).as("seed %d", seed).isEqualTo(text);
            throw new AssertionError("seed " + seed + ": another tree for\n" + text);
        }
    }
}
