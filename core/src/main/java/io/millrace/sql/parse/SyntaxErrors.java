package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.Lexer;
import io.millrace.sql.lexer.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;

/** The texts of syntax errors, worded like ClickHouse's. */
final class SyntaxErrors {
    private static final int EXCERPT_BYTES = 160;
    /** Behind this many bytes unmatched brackets are not looked for: the text may be data. */
    private static final int BRACKET_SEARCH_BYTES = 1 << 20;

    private final byte[] text;
    private final int begin;
    private final int end;

    SyntaxErrors(byte[] text, int begin, int end) {
        this.text = text;
        this.begin = begin;
        this.end = end;
    }

    /** The error for a token that does not fit: a fault of the token itself, unmatched brackets, or what was expected. */
    DbException at(TokenKind kind, int start, int stop, Collection<String> expected, Dialect dialect) {
        if (kind.isFault()) {
            return error(kind.fault().orElseThrow() + ": " + head(kind, start, stop, "") + excerpt(start));
        }
        int[] brackets = unmatchedBrackets(dialect);
        if (brackets.length > 0) {
            StringBuilder list = new StringBuilder();
            for (int bracket : brackets) {
                list.append((char) text[bracket]);
            }
            return error(head(TokenKind.OPENING_ROUND, brackets[0], brackets[0] + 1, "")
                    + excerpt(brackets[0])
                    + "Unmatched parentheses: "
                    + list);
        }
        return error(head(kind, start, stop, "") + excerpt(start) + expectation(expected));
    }

    DbException multipleStatements(int start, int stop) {
        return error(head(TokenKind.SEMICOLON, start, stop, " (Multi-statements are not allowed)") + excerpt(start));
    }

    private static String expectation(Collection<String> expected) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>(expected);
        return switch (distinct.size()) {
            case 0 -> "";
            case 1 -> "Expected " + distinct.getFirst();
            default -> "Expected one of: " + String.join(", ", distinct);
        };
    }

    private String head(TokenKind kind, int start, int stop, String description) {
        StringBuilder out = new StringBuilder("Syntax error").append(description);
        out.append(": failed at position ").append(start - begin + 1).append(" (");
        out.append(kind == TokenKind.END ? "end of query" : decode(start, Math.min(stop, start + EXCERPT_BYTES)));
        out.append(')');
        int firstNewline = indexOf((byte) '\n', begin, end);
        if (firstNewline >= 0 && firstNewline + 1 < end) {
            int line = 1;
            int lineStart = begin;
            for (int i = begin; i < start; i++) {
                if (text[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            out.append(" (line ")
                    .append(line)
                    .append(", col ")
                    .append(start - lineStart + 1)
                    .append(')');
        }
        return out.append(": ").toString();
    }

    private String excerpt(int start) {
        int stop = Math.min(end, start + EXCERPT_BYTES);
        if (stop == end) {
            return decode(start, stop) + ". ";
        }
        while (stop > start && (text[stop] & 0xC0) == 0x80) {
            stop--;
        }
        return decode(start, stop) + "... ";
    }

    private String decode(int start, int stop) {
        return new String(text, start, Math.max(0, stop - start), StandardCharsets.UTF_8);
    }

    private int indexOf(byte wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int[] unmatchedBrackets(Dialect dialect) {
        int stop = Math.min(end, begin + BRACKET_SEARCH_BYTES);
        Lexer lexer = new Lexer(text, begin, stop, stop < end, dialect);
        int[] open = new int[64];
        int depth = 0;
        while (true) {
            TokenKind kind = lexer.next();
            if (kind == TokenKind.TEXT_TOO_LONG) {
                return new int[0];
            }
            if (kind == TokenKind.END || kind == TokenKind.SEMICOLON || kind.isFault()) {
                return Arrays.copyOf(open, depth);
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            switch (kind) {
                case OPENING_ROUND, OPENING_SQUARE, OPENING_CURLY -> open[depth++] = lexer.start();
                case CLOSING_ROUND, CLOSING_SQUARE, CLOSING_CURLY -> {
                    if (depth == 0 || !matches(text[open[depth - 1]], text[lexer.start()])) {
                        open[depth++] = lexer.start();
                        return Arrays.copyOf(open, depth);
                    }
                    depth--;
                }
                default -> {}
            }
        }
    }

    private static boolean matches(byte opening, byte closing) {
        return switch (opening) {
            case '(' -> closing == ')';
            case '[' -> closing == ']';
            default -> closing == '}';
        };
    }

    private static DbException error(String message) {
        return new DbException(ErrorCode.SYNTAX_ERROR, message);
    }
}
