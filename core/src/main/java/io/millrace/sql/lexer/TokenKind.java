package io.millrace.sql.lexer;

import java.util.Optional;

/** What a token is. */
public enum TokenKind {
    BARE_WORD,
    QUOTED_IDENTIFIER,
    NUMBER,
    STRING,
    HEREDOC,
    OPENING_ROUND,
    CLOSING_ROUND,
    OPENING_SQUARE,
    CLOSING_SQUARE,
    OPENING_CURLY,
    CLOSING_CURLY,
    COMMA,
    SEMICOLON,
    DOT,
    ASTERISK,
    PLUS,
    MINUS,
    SLASH,
    PERCENT,
    ARROW,
    QUESTION,
    COLON,
    DOUBLE_COLON,
    CARET,
    EQUALS,
    NOT_EQUALS,
    LESS,
    GREATER,
    LESS_OR_EQUALS,
    GREATER_OR_EQUALS,
    SPACESHIP,
    CONCATENATION,
    AT,
    /** An operator that only PostgreSQL has: {@code ~}, {@code !~*}, {@code &}. */
    OPERATOR,
    /** {@code $1} in PostgreSQL. */
    PARAMETER,
    DOUBLE_AT,
    END,
    UNCLOSED_COMMENT("Multiline comment is not closed"),
    UNCLOSED_STRING("Single quoted string is not closed"),
    UNCLOSED_DOUBLE_QUOTED("Double quoted string is not closed"),
    UNCLOSED_BACK_QUOTED("Back quoted string is not closed"),
    LONE_EXCLAMATION("Exclamation mark can only occur in != operator"),
    LONE_PIPE("Pipe symbol could only occur in || operator"),
    WRONG_NUMBER("Wrong number"),
    UNRECOGNIZED("Unrecognized token"),
    TEXT_TOO_LONG("Max query size exceeded (can be increased with the `max_query_size` setting)");

    private final Optional<String> fault;

    TokenKind() {
        fault = Optional.empty();
    }

    TokenKind(String fault) {
        this.fault = Optional.of(fault);
    }

    /** Why no token could be read here; empty for a sound token. */
    public Optional<String> fault() {
        return fault;
    }

    /** Whether it is a fault of the text rather than a token. */
    public boolean isFault() {
        return fault.isPresent();
    }
}
