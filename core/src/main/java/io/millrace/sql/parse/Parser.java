package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Output;
import io.millrace.sql.ast.ParsedStatement;
import io.millrace.sql.ast.Statement;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.nio.charset.StandardCharsets;

/**
 * The entry of the parser: text in, syntax tree out.
 *
 * <p>Stateless and thread-safe. Every method throws {@code DbException} with SYNTAX_ERROR (62) and ClickHouse's text, or
 * TOO_DEEP_RECURSION, TOO_DEEP_AST, TOO_BIG_AST when a limit is hit.
 */
public final class Parser {
    private Parser() {}

    /** Parses one statement; a semicolon may follow, another statement may not. */
    public static ParsedStatement parse(String text, Dialect dialect) {
        return parse(text, ParserOptions.DEFAULT.withDialect(dialect));
    }

    /** Parses one statement with limits and identifier parameters. */
    public static ParsedStatement parse(String text, ParserOptions options) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length, false, options);
    }

    /**
     * Parses the statement at the head of bytes that may go on: for an INSERT with inline data nothing behind the head is read,
     * and {@link ParsedStatement#end()} says where the data begins.
     *
     * @param length how many bytes of the array are there
     * @param cutOff whether the request has more bytes than these: a statement that needs them is an error (max_query_size)
     */
    public static ParsedStatement parseHead(byte[] prefix, int length, boolean cutOff, ParserOptions options) {
        return parse(prefix, 0, length, cutOff, options);
    }

    /** Parses one expression that takes the whole text, perhaps with an alias. */
    public static Expr parseExpression(String text) {
        return parseExpression(text, ParserOptions.DEFAULT);
    }

    /** Parses one expression that takes the whole text, perhaps with an alias. */
    public static Expr parseExpression(String text, ParserOptions options) {
        Cursor cursor = cursor(text, options);
        Expr expression = new Grammar(cursor).expressions.selectElement();
        cursor.need(TokenKind.END);
        return expression;
    }

    private static Cursor cursor(String text, ParserOptions options) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Cursor(new Tokens(bytes, 0, bytes.length, false, options.dialect()), 0, options);
    }

    private static ParsedStatement parse(byte[] text, int begin, int end, boolean cutOff, ParserOptions options) {
        ParsedStatement parsed = parseNext(text, begin, end, cutOff, options);
        if (isInlineData(parsed.statement())) {
            return parsed;
        }
        Tokens rest = new Tokens(text, parsed.end(), end, cutOff, options.dialect());
        int token = 0;
        while (rest.kind(token) == TokenKind.SEMICOLON) {
            token++;
        }
        if (rest.kind(token) != TokenKind.END) {
            throw new SyntaxErrors(text, begin, end).multipleStatements(rest.start(token), rest.end(token));
        }
        return parsed;
    }

    /** Parses the statement at {@code begin} and its semicolon; the end in the result counts from the start of the array. */
    static ParsedStatement parseNext(byte[] text, int begin, int end, boolean cutOff, ParserOptions options) {
        Tokens tokens = new Tokens(text, begin, end, cutOff, options.dialect());
        int first = 0;
        while (tokens.kind(first) == TokenKind.SEMICOLON) {
            first++;
        }
        if (tokens.kind(first) == TokenKind.END) {
            throw new DbException(ErrorCode.SYNTAX_ERROR, "Empty query");
        }
        Cursor cursor = new Cursor(tokens, begin, options);
        cursor.moveTo(first);
        try {
            return parseNext(cursor, begin);
        } catch (StackOverflowError e) {
            // Interpreted code on a small stack may hit its end before the limit; nothing is left half done by it.
            throw Cursor.tooDeep(options.maxDepth());
        }
    }

    private static ParsedStatement parseNext(Cursor cursor, int begin) {
        StatementParser parser = new StatementParser(new Grammar(cursor));
        Statement statement = parser.statement();
        if (isInlineData(statement)) {
            int dataOffset = ((Statement.FromData) ((Statement.Insert) statement).source()).dataOffset();
            return new ParsedStatement(statement, Output.NONE, begin + dataOffset);
        }
        Output output = parser.output(statement);
        if (cursor.kind() != TokenKind.SEMICOLON) {
            cursor.expected("Semicolon");
            cursor.need(TokenKind.END);
        } else {
            cursor.advance();
        }
        return new ParsedStatement(statement, output, cursor.previousEnd());
    }

    /** Whether rows follow the statement in its own text. */
    static boolean isInlineData(Statement statement) {
        return statement instanceof Statement.Insert insert
                && insert.source() instanceof Statement.FromData data
                && data.file().isEmpty()
                && data.format().isPresent();
    }

    static DbException parameterNotSet(String name) {
        return new DbException(ErrorCode.UNKNOWN_QUERY_PARAMETER, "Substitution `" + name + "` is not set");
    }
}
