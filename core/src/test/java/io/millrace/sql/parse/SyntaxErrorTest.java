package io.millrace.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.lexer.Dialect;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorTest {

    private static AbstractThrowableAssert<?, ? extends Throwable> failure(String query) {
        return assertThatThrownBy(() -> Parser.parse(query, Dialect.CLICKHOUSE)).isInstanceOf(DbException.class);
    }

    @Test
    void saysWhereAndWhatWasExpected() {
        failure("SELECT 1 1").hasMessageStartingWith("Syntax error: failed at position 10 (1): 1. Expected one of: ");
        failure("ECT1\n ").hasMessageStartingWith("Syntax error: failed at position 1 (ECT1) (line 1, col 1): ECT1");
        failure("SELECT 1 FROM")
                .hasMessageStartingWith("Syntax error: failed at position 14 (end of query): . Expected one of: table")
                .extracting(e -> ((DbException) e).code())
                .isEqualTo(ErrorCode.SYNTAX_ERROR);
    }

    @Test
    void namesFaultsOfTokens() {
        failure("SELECT 'abc")
                .hasMessage("Single quoted string is not closed: Syntax error: failed at position 8 ('abc): 'abc. ");
        failure("SELECT !")
                .hasMessage(
                        "Exclamation mark can only occur in != operator: Syntax error: failed at position 8 (!): !. ");
        failure("SELECT `abc")
                .hasMessage("Back quoted string is not closed: Syntax error: failed at position 8 (`abc): `abc. ");
        failure("SELECT 1 /* abc")
                .hasMessage("Multiline comment is not closed: Syntax error: failed at position 10 (/* abc): /* abc. ");
    }

    @Test
    void namesUnmatchedBrackets() {
        failure("SELECT (1").hasMessage("Syntax error: failed at position 8 ((): (1. Unmatched parentheses: (");
        failure("SELECT 1)").hasMessage("Syntax error: failed at position 9 ()): ). Unmatched parentheses: )");
        failure("SELECT [1,2").hasMessage("Syntax error: failed at position 8 ([): [1,2. Unmatched parentheses: [");
    }

    @Test
    void excerptIsCut() {
        String message = failure("SELECT 'a' 'ббб' " + "x".repeat(300)).actual().getMessage();
        assertThat(message)
                .startsWith("Syntax error: failed at position 12 ('ббб'): 'ббб' xxx")
                .contains("x... Expected one of: ");
    }

    @Test
    void emptyAndMultipleStatements() {
        failure("").hasMessage("Empty query");
        failure(" ; -- nothing\n").hasMessage("Empty query");
        failure("SELECT 1; SELECT 2").hasMessageContaining("(Multi-statements are not allowed)");
        assertThat(Parser.parse("SELECT 1;;", Dialect.CLICKHOUSE).end()).isEqualTo(9);
    }

    @Test
    void missingIdentifierParameter() {
        failure("SELECT {c:Identifier}").hasMessage("Substitution `c` is not set");
        ParserOptions options = ParserOptions.DEFAULT.withIdentifiers(Map.of("c", "my col"));
        assertThat(Parser.parse("SELECT {c:Identifier} FROM {c:Identifier}", options)
                        .statement())
                .isEqualTo(Parser.parse("SELECT `my col` FROM `my col`", Dialect.CLICKHOUSE)
                        .statement());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM t WHERE a PREWHERE b",
                "SELECT f(a,)",
                "SELECT 1 LIMIT",
                "INSERT INTO t",
                "SELECT a IN",
                "CREATE TABLE",
                "CREATE TABLE t (a",
                "ALTER TABLE t",
                "SELECT CAST(1 AS )",
                "SELECT 1 FROM a JOIN b",
                "SELECT * EXCEPT",
                "SELECT a BETWEEN 1",
                "DROP",
                "SELECT $ 1",
                "SELECT 1 FORMAT",
                "SELECT (1,2",
                "SET",
                "SELECT 1e400",
                "SELECT 1 FROM t FINAL AS a",
                "SELECT CASE WHEN 1 THEN 2",
                "SELECT {a:}",
                "SELECT x:1"
            })
    void incompleteStatementsAreSyntaxErrors(String query) {
        failure(query).extracting(e -> ((DbException) e).code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "f(",
                "[",
                "(SELECT ",
                "NOT ",
                "- ",
                "position(",
                "interval (",
                "substring(",
                "cast(",
                "CASE WHEN ",
                "x -> ",
                "a + (",
                "f(x -> [",
                "1 + -"
            })
    void deepNestingIsRefused(String piece) throws InterruptedException {
        String query = "SELECT " + piece.repeat(20_000);
        Throwable[] caught = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        Parser.parse(query, Dialect.CLICKHOUSE);
                    } catch (Throwable e) {
                        caught[0] = e;
                    }
                },
                "small stack",
                512 * 1024);
        thread.start();
        thread.join();
        assertThat(caught[0]).isInstanceOf(DbException.class);
        assertThat(((DbException) caught[0]).code()).isIn(ErrorCode.TOO_DEEP_RECURSION, ErrorCode.TOO_DEEP_AST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + ", "a.b[1] || ", "x = 1 AND y OR ", "a, "})
    void longChainsAreRefusedOrFlat(String piece) {
        try {
            Parser.parse("SELECT " + piece.repeat(50_000) + "1", Dialect.CLICKHOUSE);
        } catch (DbException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.TOO_DEEP_AST);
        }
    }

    @Test
    void elementsAreLimited() {
        ParserOptions options = new ParserOptions(Dialect.CLICKHOUSE, 1000, 1000, 100, Map.of());
        assertThatThrownBy(() -> Parser.parse("SELECT " + "a, ".repeat(100) + "a", options))
                .hasMessage("AST is too big. Maximum: 100");
    }
}
