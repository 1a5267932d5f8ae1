package io.millrace.sql.print;

import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Statement;
import java.util.List;

/**
 * Turns syntax trees into text as ClickHouse formats queries: on one line, or on many lines as SHOW CREATE shows them.
 *
 * <p>The text parses back to an equal tree. Stateless and thread-safe.
 */
public final class SqlPrinter {
    private SqlPrinter() {}

    /** The statement on one line. */
    public static String oneLine(Statement statement) {
        return print(statement, false);
    }

    /** The statement on many lines. */
    public static String multiLine(Statement statement) {
        return print(statement, true);
    }

    private static String print(Statement statement, boolean multiline) {
        Layout out = new Layout(multiline);
        new StatementPrinter(out).statement(statement);
        return out.toString();
    }

    /** The statement with its FORMAT and the like on one line, as {@code formatQuerySingleLine} gives it. */
    public static String oneLine(ParsedStatement parsed) {
        return print(parsed, false);
    }

    /** The statement with its FORMAT and the like on many lines, as {@code formatQuery} gives it. */
    public static String multiLine(ParsedStatement parsed) {
        return print(parsed, true);
    }

    private static String print(ParsedStatement parsed, boolean multiline) {
        Layout out = new Layout(multiline);
        StatementPrinter printer = new StatementPrinter(out);
        printer.statement(parsed.statement());
        printer.output(parsed.output());
        return out.toString();
    }

    /** The query on one line. */
    public static String oneLine(Query query) {
        Layout out = new Layout(false);
        new QueryPrinter(out).query(query);
        return out.toString();
    }

    /** The query on many lines. */
    public static String multiLine(Query query) {
        Layout out = new Layout(true);
        new QueryPrinter(out).query(query);
        return out.toString();
    }

    /** What stands behind TTL of a table, on one line. */
    public static String oneLine(List<CreateStatement.TtlElement> ttl) {
        Layout out = new Layout(false);
        new CreatePrinter(out, new QueryPrinter(out)).ttl(ttl);
        return out.toString();
    }

    /** The value as a literal. */
    public static String oneLine(LiteralValue value) {
        return oneLine(new Expr.Literal(Position.NONE, value));
    }

    /**
     * The statement on many lines with operators as calls of their functions and joins with their strictness, as EXPLAIN SYNTAX shows how a query is understood.
     */
    public static String understood(Statement statement) {
        Layout out = new Layout(true, true);
        new StatementPrinter(out).statement(statement);
        return out.toString();
    }

    /** The expression on one line. */
    public static String oneLine(Expr expression) {
        Layout out = new Layout(false);
        new QueryPrinter(out).expressions().print(expression);
        return out.toString();
    }
}
