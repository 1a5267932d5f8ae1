package io.millrace.sql.lexer;

import java.util.Arrays;

/**
 * Splits UTF-8 text into tokens, one at a time, skipping blanks and comments, as ClickHouse's lexer does.
 *
 * <p>Never throws: what cannot be read is a token of a fault kind. Not thread-safe.
 */
public final class Lexer {
    private final byte[] text;
    private final int end;
    private final boolean cutOff;
    private final Dialect dialect;
    private int at;
    private TokenKind previous = TokenKind.END;

    /**
     * @param end where the text ends in the array
     * @param cutOff whether the text goes on behind {@code end}, unseen: its end is then a fault and no end of the statement
     * @param dialect whose rules apply
     */
    public Lexer(byte[] text, int begin, int end, boolean cutOff, Dialect dialect) {
        this.text = text;
        this.at = begin;
        this.end = end;
        this.cutOff = cutOff;
        this.dialect = dialect;
    }

    private int start;

    /** The offset where the token last read begins. */
    public int start() {
        return start;
    }

    /** The offset behind the token last read. */
    public int end() {
        return at;
    }

    /** Reads the next token; at the end of the text it is END, again and again. */
    public TokenKind next() {
        TokenKind fault = skipBlanksAndComments();
        if (fault != TokenKind.END) {
            return fault;
        }
        start = at;
        if (at >= end) {
            return cutOff ? TokenKind.TEXT_TOO_LONG : TokenKind.END;
        }
        TokenKind kind = read();
        if (cutOff && at >= end) {
            kind = TokenKind.TEXT_TOO_LONG;
        }
        previous = kind;
        return kind;
    }

    private int peek(int distance) {
        return at + distance < end ? text[at + distance] & 0xFF : -1;
    }

    private TokenKind read() {
        int c = text[at] & 0xFF;
        return switch (c) {
            case '(' -> one(TokenKind.OPENING_ROUND);
            case ')' -> one(TokenKind.CLOSING_ROUND);
            case '[' -> one(TokenKind.OPENING_SQUARE);
            case ']' -> one(TokenKind.CLOSING_SQUARE);
            case '{' -> one(TokenKind.OPENING_CURLY);
            case '}' -> one(TokenKind.CLOSING_CURLY);
            case ',' -> one(TokenKind.COMMA);
            case ';' -> one(TokenKind.SEMICOLON);
            case '*' -> one(TokenKind.ASTERISK);
            case '+' -> one(TokenKind.PLUS);
            case '/' -> one(TokenKind.SLASH);
            case '%' -> one(TokenKind.PERCENT);
            case '?' -> one(TokenKind.QUESTION);
            case '^' -> one(TokenKind.CARET);
            case '-' -> peek(1) == '>' ? two(TokenKind.ARROW) : one(TokenKind.MINUS);
            case ':' -> peek(1) == ':' ? two(TokenKind.DOUBLE_COLON) : one(TokenKind.COLON);
            case '=' -> peek(1) == '=' ? two(TokenKind.EQUALS) : one(TokenKind.EQUALS);
            case '!' -> peek(1) == '=' ? two(TokenKind.NOT_EQUALS) : operator(TokenKind.LONE_EXCLAMATION);
            case '|' -> peek(1) == '|' ? two(TokenKind.CONCATENATION) : operator(TokenKind.LONE_PIPE);
            case '~', '&' -> operator(TokenKind.UNRECOGNIZED);
            case '@' -> peek(1) == '@' ? two(TokenKind.DOUBLE_AT) : one(TokenKind.AT);
            case '<' -> less();
            case '>' -> peek(1) == '=' ? two(TokenKind.GREATER_OR_EQUALS) : one(TokenKind.GREATER);
            case '.' -> dot();
            case '\'' -> string(dialect.backslashEscapes());
            case '"' ->
                quoted(
                        (byte) '"',
                        !dialect.isPostgres(),
                        TokenKind.QUOTED_IDENTIFIER,
                        TokenKind.UNCLOSED_DOUBLE_QUOTED);
            case '`' -> quoted((byte) '`', true, TokenKind.QUOTED_IDENTIFIER, TokenKind.UNCLOSED_BACK_QUOTED);
            case '$' -> dialect.isPostgres() && isDigit(peek(1)) ? parameter() : dollar();
            case 0xE2 -> typographicQuote();
            default -> other(c);
        };
    }

    private TokenKind other(int c) {
        if (isDigit(c)) {
            return number();
        }
        if (isWord(c)) {
            if ((c == 'x' || c == 'X' || c == 'b' || c == 'B') && peek(1) == '\'') {
                at++;
                return string(true);
            }
            return dialect.isPostgres() ? postgresWord(c) : word();
        }
        return one(TokenKind.UNRECOGNIZED);
    }

    /** A word, or a string with a letter that says how to read it: {@code E'..'}, {@code N'..'}, {@code U&'..'}. */
    private TokenKind postgresWord(int letter) {
        int lower = letter | 0x20;
        int prefix = lower == 'e' || lower == 'n' ? 1 : lower == 'u' && peek(1) == '&' ? 2 : 0;
        if (prefix == 0 || peek(prefix) != '\'') {
            return word();
        }
        at += prefix;
        return string(lower == 'e' || lower == 'n' && dialect.backslashEscapes());
    }

    private TokenKind one(TokenKind kind) {
        at++;
        return kind;
    }

    private TokenKind two(TokenKind kind) {
        at += 2;
        return kind;
    }

    /** PostgreSQL's pattern operators and those on bits. */
    private TokenKind operator(TokenKind otherwise) {
        if (!dialect.isPostgres()) {
            return one(otherwise);
        }
        int length = 1;
        while (peek(length) == '~' || peek(length) == '*' && peek(length - 1) == '~') {
            length++;
        }
        if (length == 1 && text[at] == '!') {
            return one(otherwise);
        }
        at += length;
        return TokenKind.OPERATOR;
    }

    private TokenKind parameter() {
        at++;
        while (isDigit(peek(0))) {
            at++;
        }
        return TokenKind.PARAMETER;
    }

    private TokenKind less() {
        int next = peek(1);
        if (next == '=') {
            if (peek(2) == '>') {
                at += 3;
                return TokenKind.SPACESHIP;
            }
            return two(TokenKind.LESS_OR_EQUALS);
        }
        return next == '>' ? two(TokenKind.NOT_EQUALS) : one(TokenKind.LESS);
    }

    /** A dot begins a number unless it stands behind something that can have members: {@code t.1} is the member 1 of t. */
    private TokenKind dot() {
        boolean member = switch (previous) {
            case BARE_WORD, QUOTED_IDENTIFIER, NUMBER, CLOSING_ROUND, CLOSING_SQUARE, CLOSING_CURLY, DOT -> true;
            default -> false;
        };
        return member || !isDigit(peek(1)) ? one(TokenKind.DOT) : number();
    }

    private TokenKind word() {
        while (at < end && (isWord(text[at] & 0xFF) || text[at] == '$')) {
            at++;
        }
        return TokenKind.BARE_WORD;
    }

    private TokenKind number() {
        int begin = at;
        if (previous == TokenKind.DOT) {
            digits(10);
        } else {
            int radix = radix();
            if (radix != 10) {
                at += 2;
            }
            if (text[at < end ? at : begin] != '.') {
                digits(radix);
            }
            if (radix != 2 && peek(0) == '.') {
                at++;
                digits(radix);
            }
            int exponent = peek(0) | 0x20;
            if (radix == 10 && exponent == 'e' || radix == 16 && exponent == 'p') {
                int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
                if (isDigit(peek(sign))) {
                    at += sign;
                    digits(10);
                }
            }
        }
        if (at >= end || !isWord(text[at] & 0xFF)) {
            return TokenKind.NUMBER;
        }
        // A name may begin with digits: 1st_column.
        int stop = at;
        for (int i = begin; i < stop; i++) {
            if (!isWord(text[i] & 0xFF)) {
                word();
                return TokenKind.WRONG_NUMBER;
            }
        }
        return word();
    }

    private int radix() {
        if (text[at] != '0') {
            return 10;
        }
        int mark = peek(1) | 0x20;
        if (mark == 'x' && (digitValue(peek(2)) < 16 || peek(2) == '.' && digitValue(peek(3)) < 16)) {
            return 16;
        }
        return mark == 'b' && digitValue(peek(2)) < 2 ? 2 : 10;
    }

    /** Digits with single underscores between them. */
    private void digits(int radix) {
        while (at < end) {
            if (digitValue(text[at] & 0xFF) < radix) {
                at++;
            } else if (text[at] == '_'
                    && at > 0
                    && digitValue(text[at - 1] & 0xFF) < radix
                    && digitValue(peek(1)) < radix) {
                at++;
            } else {
                return;
            }
        }
    }

    private TokenKind string(boolean escapes) {
        return quoted((byte) '\'', escapes, TokenKind.STRING, TokenKind.UNCLOSED_STRING);
    }

    private TokenKind quoted(byte quote, boolean escapes, TokenKind kind, TokenKind unclosed) {
        at++;
        while (at < end) {
            byte c = text[at];
            if (c == quote) {
                at++;
                if (at < end && text[at] == quote) {
                    at++;
                    continue;
                }
                return kind;
            }
            at += escapes && c == '\\' && at + 1 < end ? 2 : 1;
        }
        at = end;
        return unclosed;
    }

    /** Curly quotes, as pasted from documents, delimit strings and identifiers. */
    private TokenKind typographicQuote() {
        if (peek(1) == 0x80 && (peek(2) == 0x98 || peek(2) == 0x9C)) {
            int closing = peek(2) + 1;
            for (int i = at + 3; i + 2 < end; i++) {
                if (text[i] == (byte) 0xE2 && text[i + 1] == (byte) 0x80 && (text[i + 2] & 0xFF) == closing) {
                    at = i + 3;
                    return closing == 0x99 ? TokenKind.STRING : TokenKind.QUOTED_IDENTIFIER;
                }
            }
            at = end;
            return closing == 0x99 ? TokenKind.UNCLOSED_STRING : TokenKind.UNCLOSED_DOUBLE_QUOTED;
        }
        return one(TokenKind.UNRECOGNIZED);
    }

    /** {@code $tag$ text $tag$}, or else a word with dollar signs. */
    private TokenKind dollar() {
        int tag = at + 1;
        while (tag < end && isWord(text[tag] & 0xFF)) {
            tag++;
        }
        // Behind a brace it is the name of a query parameter.
        if (tag < end && text[tag] == '$' && previous != TokenKind.OPENING_CURLY) {
            int length = tag + 1 - at;
            for (int i = tag + 1; i + length <= end; i++) {
                if (text[i] == '$' && Arrays.equals(text, i, i + length, text, at, at + length)) {
                    at = i + length;
                    return TokenKind.HEREDOC;
                }
            }
        }
        at++;
        return word();
    }

    private TokenKind skipBlanksAndComments() {
        while (at < end) {
            int c = text[at] & 0xFF;
            if (c == ' ' || c >= '\t' && c <= '\r') {
                at++;
            } else if (c >= 0xC2) {
                int length = UnicodeBlanks.length(c, peek(1), peek(2));
                if (length == 0) {
                    return TokenKind.END;
                }
                at += length;
            } else if (c == '-' && peek(1) == '-'
                    || c == '#' && (peek(1) == ' ' || peek(1) == '!') && !dialect.isPostgres()
                    || c == '/' && peek(1) == '/' && dialect == Dialect.CLICKHOUSE) {
                skipLine();
            } else if (c == '/' && peek(1) == '*') {
                if (!skipComment()) {
                    return cutOff ? TokenKind.TEXT_TOO_LONG : TokenKind.UNCLOSED_COMMENT;
                }
            } else {
                return TokenKind.END;
            }
        }
        return TokenKind.END;
    }

    private void skipLine() {
        while (at < end && text[at] != '\n') {
            at++;
        }
    }

    /** Comments nest. */
    private boolean skipComment() {
        start = at;
        int depth = 0;
        while (at + 1 < end) {
            if (text[at] == '/' && text[at + 1] == '*') {
                depth++;
                at += 2;
            } else if (text[at] == '*' && text[at + 1] == '/') {
                depth--;
                at += 2;
                if (depth == 0) {
                    return true;
                }
            } else {
                at++;
            }
        }
        at = end;
        return false;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static int digitValue(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return c > 0 && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : 99;
    }
}
