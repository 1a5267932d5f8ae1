package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.util.List;
import java.util.Set;

/** PostgreSQL reads the whole of a simple query before it runs any of it: a statement that cannot be read means that none runs. */
final class Syntax {
    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "INSERT", "VALUES");

    private Syntax() {}

    /**
     * @throws DbException for the first query that cannot be read
     */
    static void check(List<String> statements, Dialect dialect) {
        for (String statement : statements) {
            if (QUERIES.contains(new Words(statement, dialect).word())) {
                Parser.parse(statement, ParserOptions.DEFAULT.withDialect(dialect));
            }
        }
    }
}
