package io.millrace.postgres;

import io.millrace.base.error.DbException;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import io.millrace.sql.parse.Parser;
import io.millrace.sql.parse.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The tokens of one statement, read word by word: for the statements that only PostgreSQL has. */
final class Words {
    private final byte[] text;
    private final Tokens tokens;
    private final Dialect dialect;
    private int at;

    Words(String text, Dialect dialect) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.tokens = new Tokens(this.text, 0, this.text.length, false, dialect);
        this.dialect = dialect;
    }

    /** The word at the cursor in upper case; empty when something else stands there. */
    String word() {
        return wordAt(0);
    }

    String wordAt(int distance) {
        int token = at + distance;
        return tokens.kind(token) == TokenKind.BARE_WORD ? tokenText(token).toUpperCase(Locale.ROOT) : "";
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    TokenKind kindAt(int distance) {
        return tokens.kind(at + distance);
    }

    void advance() {
        at++;
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    /** Takes words that stand here in this order. */
    boolean take(String words) {
        int distance = 0;
        for (String word : words.split(" ")) {
            if (!wordAt(distance++).equals(word)) {
                return false;
            }
        }
        at += distance;
        return true;
    }

    boolean take(TokenKind kind) {
        if (tokens.kind(at) == kind) {
            at++;
            return true;
        }
        return false;
    }

    void need(String words) {
        if (!take(words)) {
            throw unexpected();
        }
    }

    void need(TokenKind kind) {
        if (!take(kind)) {
            throw unexpected();
        }
    }

    /** Goes to the end: the rest means nothing for this command. */
    <T> T consumed(T command) {
        while (!atEnd()) {
            at++;
        }
        return command;
    }

    boolean atEnd() {
        return tokens.kind(at) == TokenKind.END;
    }

    void end() {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    PgError unexpected() {
        return new PgError(
                SqlState.SYNTAX,
                atEnd() ? "syntax error at end of input" : "syntax error at or near \"" + tokenText(at) + "\"");
    }

    /** The text from the token at the cursor to the end. */
    String rest() {
        int from = tokens.start(at);
        return new String(text, from, text.length - from, StandardCharsets.UTF_8);
    }

    /** Where the token at the cursor begins, in bytes. */
    int offset() {
        return tokens.start(at);
    }

    /** Where the token before the cursor ends, in bytes. */
    int previousEnd() {
        return tokens.end(at - 1);
    }

    /** The length of the text in bytes. */
    int length() {
        return text.length;
    }

    /** A part of the text by its bytes. */
    String between(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private String tokenText(int token) {
        int from = tokens.start(token);
        return new String(text, from, tokens.end(token) - from, StandardCharsets.UTF_8);
    }

    String tokenText() {
        return tokenText(at);
    }

    /** Takes any token and gives its text. */
    String takeText() {
        return tokenText(at++);
    }

    /** A name: folded to lower case unless quoted. */
    String name() {
        boolean bare = tokens.kind(at) == TokenKind.BARE_WORD;
        String name = objectName();
        return bare ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** A name as it is written: our databases and tables have any case. */
    String objectName() {
        String name = peekName();
        at++;
        return name;
    }

    /** The name at the cursor, which stays there. */
    String peekName() {
        String token = tokenText(at);
        return switch (tokens.kind(at)) {
            case BARE_WORD -> token;
            case QUOTED_IDENTIFIER -> token.substring(1, token.length() - 1).replace("\"\"", "\"");
            default -> throw unexpected();
        };
    }

    boolean atString() {
        return tokens.kind(at) == TokenKind.STRING || tokens.kind(at) == TokenKind.HEREDOC;
    }

    /** The value of the string literal at the cursor. */
    String string() {
        if (!atString()) {
            throw unexpected();
        }
        try {
            Expr literal = Parser.parseExpression(takeText(), ParserOptions.DEFAULT.withDialect(dialect));
            return literal instanceof Expr.Literal(var position, LiteralValue.StringValue value) ? value.text() : "";
        } catch (DbException e) {
            throw new PgError(SqlState.SYNTAX, e.getMessage());
        }
    }
}
