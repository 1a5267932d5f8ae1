package io.millrace.sql.parse;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Position;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.lexer.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The place in the tokens where the parser is, and what it would have accepted at the furthest place it came to.
 *
 * <p>A {@code take..} method goes on when the token fits and says whether it did; a {@code need..} method throws when it does not.
 */
final class Cursor {
    private final Tokens tokens;
    private final int begin;
    private final ParserOptions options;
    private final ArrayList<List<String>> expected = new ArrayList<>();
    private int index;
    private int furthest;
    private int depth;
    private int elements;

    Cursor(Tokens tokens, int begin, ParserOptions options) {
        this.tokens = tokens;
        this.begin = begin;
        this.options = options;
    }

    ParserOptions options() {
        return options;
    }

    int index() {
        return index;
    }

    /** Goes back to (or on to) a token. */
    void moveTo(int token) {
        index = token;
    }

    void advance() {
        index++;
    }

    TokenKind kind() {
        return tokens.kind(index);
    }

    TokenKind kindAt(int distance) {
        return tokens.kind(index + distance);
    }

    int start() {
        return tokens.start(index);
    }

    /** The offset behind the token before this one. */
    int previousEnd() {
        return index == 0 ? begin : tokens.end(index - 1);
    }

    byte[] bytes() {
        return tokens.text();
    }

    int tokenEnd() {
        return tokens.end(index);
    }

    Position position() {
        return new Position(start() - begin);
    }

    /** Where the text ends. */
    int textLength() {
        return tokens.textEnd();
    }

    /** The offset within the statement text. */
    int relative(int offset) {
        return offset - begin;
    }

    String tokenText() {
        return text(tokens.start(index), tokens.end(index));
    }

    String text(int from, int to) {
        return new String(tokens.text(), from, to - from, StandardCharsets.UTF_8);
    }

    /** The text between two tokens, the second one excluded. */
    String textBetween(int firstToken, int behindToken) {
        return text(tokens.start(firstToken), tokens.end(behindToken - 1));
    }

    boolean at(TokenKind kind) {
        if (tokens.kind(index) == kind) {
            return true;
        }
        expected(kindName(kind));
        return false;
    }

    boolean take(TokenKind kind) {
        if (at(kind)) {
            index++;
            return true;
        }
        return false;
    }

    void need(TokenKind kind) {
        if (!take(kind)) {
            throw failure();
        }
    }

    /** Whether the words (upper case, one blank between) stand here. */
    boolean atKeyword(String words) {
        if (matchWords(words) >= 0) {
            return true;
        }
        expected(words);
        return false;
    }

    boolean takeKeyword(String words) {
        int behind = matchWords(words);
        if (behind < 0) {
            expected(words);
            return false;
        }
        index = behind;
        return true;
    }

    void needKeyword(String words) {
        if (!takeKeyword(words)) {
            throw failure();
        }
    }

    /** Whether the words stand here, without noting that they were expected. */
    boolean looksAt(String words) {
        return matchWords(words) >= 0;
    }

    /** Whether the words stand some tokens further on, without noting that they were expected. */
    boolean looksAt(int distance, String words) {
        int saved = index;
        index += distance;
        boolean found = matchWords(words) >= 0;
        index = saved;
        return found;
    }

    /** The index behind the words, or -1. */
    private int matchWords(String words) {
        byte[] text = tokens.text();
        int token = index;
        int from = 0;
        while (true) {
            if (tokens.kind(token) != TokenKind.BARE_WORD) {
                return -1;
            }
            int at = tokens.start(token);
            int stop = tokens.end(token);
            while (from < words.length() && words.charAt(from) != ' ') {
                if (at == stop || upper(text[at]) != words.charAt(from)) {
                    return -1;
                }
                at++;
                from++;
            }
            if (at != stop) {
                return -1;
            }
            token++;
            if (from == words.length()) {
                return token;
            }
            from++;
        }
    }

    private static int upper(byte c) {
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    }

    void expected(String what) {
        if (index >= furthest) {
            note(List.of(what));
        }
    }

    void expected(List<String> what) {
        if (index >= furthest) {
            note(what);
        }
    }

    private void note(List<String> what) {
        if (index > furthest) {
            furthest = index;
            expected.clear();
        }
        if (expected.size() < 500) {
            expected.add(what);
        }
    }

    /** The error for the furthest token that was tried. */
    DbException failure() {
        int token = Math.max(furthest, index);
        List<String> wanted =
                token == furthest ? expected.stream().flatMap(List::stream).toList() : List.of();
        TokenKind kind = tokens.kind(token);
        return errors().at(kind, tokens.start(token), tokens.end(token), wanted, options.dialect());
    }

    DbException failure(String what) {
        expected(what);
        return failure();
    }

    SyntaxErrors errors() {
        return new SyntaxErrors(tokens.text(), begin, tokens.textEnd());
    }

    /** Goes deeper by some steps, about as many as ClickHouse counts there; {@link #leave} goes back. */
    void enter(int steps) {
        depth += steps;
        if (depth > options.maxDepth()) {
            throw tooDeep(options.maxDepth());
        }
    }

    void leave(int steps) {
        depth -= steps;
    }

    static DbException tooDeep(int limit) {
        return new DbException(
                ErrorCode.TOO_DEEP_RECURSION,
                "Maximum parse depth (" + limit + ") exceeded. Consider rising max_parser_depth parameter");
    }

    /** Counts one element of the tree. */
    void countElement() {
        elements++;
        if (options.maxElements() > 0 && elements > options.maxElements()) {
            throw new DbException(ErrorCode.TOO_BIG_AST, "AST is too big. Maximum: " + options.maxElements());
        }
    }

    private static String kindName(TokenKind kind) {
        return switch (kind) {
            case OPENING_ROUND -> "OpeningRoundBracket";
            case CLOSING_ROUND -> "ClosingRoundBracket";
            case OPENING_SQUARE -> "OpeningSquareBracket";
            case CLOSING_SQUARE -> "ClosingSquareBracket";
            case OPENING_CURLY -> "OpeningCurlyBrace";
            case CLOSING_CURLY -> "ClosingCurlyBrace";
            case COMMA -> "Comma";
            case DOT -> "Dot";
            case SEMICOLON -> "Semicolon";
            case COLON -> "Colon";
            case EQUALS -> "Equals";
            case ARROW -> "Arrow";
            case NUMBER -> "number";
            case STRING -> "string literal";
            case BARE_WORD, QUOTED_IDENTIFIER -> "identifier";
            case END -> "end of query";
            default -> "token";
        };
    }
}
