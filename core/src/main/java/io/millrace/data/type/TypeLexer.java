package io.millrace.data.type;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;

/** The words of a type's text, one at a time. Not thread-safe; lives for one parse. */
final class TypeLexer {
    /** What the current word is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        OPEN,
        CLOSE,
        COMMA,
        EQUALS,
        END
    }

    private final String text;
    private int at;
    private int start;
    private Kind kind = Kind.END;
    private String value = "";

    TypeLexer(String text) {
        this.text = text;
        advance();
    }

    Kind kind() {
        return kind;
    }

    /** The word as written; the content of quoted names and strings. */
    String value() {
        return value;
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    boolean isWord(String expected) {
        return kind == Kind.WORD && value.equalsIgnoreCase(expected);
    }

    /** Goes back to a position that {@link #mark} gave. */
    void reset(int mark) {
        at = mark;
        advance();
    }

    int mark() {
        return start;
    }

    String take(Kind expected, String described) {
        if (kind != expected) {
            throw syntaxError(described);
        }
        String taken = value;
        advance();
        return taken;
    }

    boolean skip(Kind expected) {
        if (kind != expected) {
            return false;
        }
        advance();
        return true;
    }

    DbException syntaxError(String expected) {
        String rest = text.substring(Math.min(start, text.length()));
        String where = kind == Kind.END ? "end of query" : rest;
        return new DbException(
                ErrorCode.SYNTAX_ERROR,
                "Syntax error (data type): failed at position " + (start + 1) + " (" + where + "): " + rest
                        + ". Expected " + expected);
    }

    void advance() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        start = at;
        if (at == text.length()) {
            set(Kind.END, "");
            return;
        }
        char c = text.charAt(at);
        switch (c) {
            case '(' -> symbol(Kind.OPEN);
            case ')' -> symbol(Kind.CLOSE);
            case ',' -> symbol(Kind.COMMA);
            case '=' -> symbol(Kind.EQUALS);
            case '\'' -> set(Kind.STRING, quoted('\''));
            case '`', '"' -> set(Kind.QUOTED_NAME, quoted(c));
            default -> {
                if (isWordStart(c)) {
                    word();
                } else if (isDigit(c) || ((c == '-' || c == '+' || c == '.') && at + 1 < text.length())) {
                    number();
                } else {
                    throw syntaxError("one of: data type, identifier");
                }
            }
        }
    }

    private void symbol(Kind symbol) {
        at++;
        set(symbol, text.substring(start, at));
    }

    private void word() {
        while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        set(Kind.WORD, text.substring(start, at));
    }

    private void number() {
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean exponentSign = (c == '-' || c == '+') && (text.charAt(at - 1) | 0x20) == 'e';
            if (!isDigit(c) && c != '.' && (c | 0x20) != 'e' && !exponentSign) {
                break;
            }
            at++;
        }
        set(Kind.NUMBER, text.substring(start, at));
    }

    private String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    at++;
                    return content.toString();
                }
            } else if (c == '\\' && at + 1 < text.length()) {
                c = unescaped(text.charAt(++at));
            }
            content.append(c);
        }
        throw syntaxError("closing " + quote);
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private void set(Kind newKind, String newValue) {
        kind = newKind;
        value = newValue;
    }

    private static boolean isWordStart(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_' || c > 127;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
