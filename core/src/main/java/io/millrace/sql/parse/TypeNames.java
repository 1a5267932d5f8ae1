package io.millrace.sql.parse;

import io.millrace.sql.lexer.Quoting;
import io.millrace.sql.lexer.TokenKind;
import io.millrace.sql.print.LiteralPrinter;
import java.util.List;
import java.util.Optional;

/** Reads the name of a data type and gives its canonical text: {@code Map(String, Array(UInt8))}. Knows no types. */
final class TypeNames {
    /** What one level of nesting counts against max_parser_depth. */
    private static final int DEPTH_STEPS = 2;

    /** Names of several words, as standard SQL has them; longer ones first. */
    private static final List<String> SEVERAL_WORDS = List.of(
            "CHARACTER LARGE OBJECT",
            "BINARY LARGE OBJECT",
            "CHAR LARGE OBJECT",
            "NATIONAL CHARACTER LARGE OBJECT",
            "NATIONAL CHARACTER VARYING",
            "NATIONAL CHAR VARYING",
            "NATIONAL CHARACTER",
            "NATIONAL CHAR",
            "NCHAR LARGE OBJECT",
            "NCHAR VARYING",
            "CHARACTER VARYING",
            "CHAR VARYING",
            "BINARY VARYING",
            "DOUBLE PRECISION",
            "TINYINT SIGNED",
            "TINYINT UNSIGNED",
            "SMALLINT SIGNED",
            "SMALLINT UNSIGNED",
            "MEDIUMINT SIGNED",
            "MEDIUMINT UNSIGNED",
            "INTEGER SIGNED",
            "INTEGER UNSIGNED",
            "BIGINT SIGNED",
            "BIGINT UNSIGNED",
            "INT SIGNED",
            "INT UNSIGNED");

    private final Cursor cursor;
    private final Literals literals;

    TypeNames(Cursor cursor, Literals literals) {
        this.cursor = cursor;
        this.literals = literals;
    }

    String need() {
        StringBuilder out = new StringBuilder();
        type(out);
        return out.toString();
    }

    private void type(StringBuilder out) {
        cursor.enter(DEPTH_STEPS);
        out.append(name());
        if (cursor.kind() == TokenKind.OPENING_ROUND) {
            cursor.advance();
            out.append('(');
            if (cursor.kind() != TokenKind.CLOSING_ROUND) {
                argument(out);
                while (cursor.take(TokenKind.COMMA)) {
                    if (cursor.kind() == TokenKind.CLOSING_ROUND) {
                        break;
                    }
                    out.append(", ");
                    argument(out);
                }
            }
            cursor.need(TokenKind.CLOSING_ROUND);
            out.append(')');
        }
        cursor.leave(DEPTH_STEPS);
    }

    private String name() {
        for (String words : SEVERAL_WORDS) {
            if (cursor.looksAt(words)) {
                cursor.takeKeyword(words);
                return words;
            }
        }
        if (cursor.kind() == TokenKind.OPENING_CURLY) {
            cursor.expected("data type");
            throw cursor.failure();
        }
        cursor.expected("data type");
        return Quoting.identifier(literals.needIdentifier());
    }

    private void argument(StringBuilder out) {
        switch (cursor.kind()) {
            case NUMBER, MINUS, STRING, HEREDOC -> {
                LiteralPrinter.print(out, literals.takeScalar().orElseThrow(cursor::failure));
                if (cursor.take(TokenKind.EQUALS)) {
                    out.append(" = ");
                    LiteralPrinter.print(out, literals.takeScalar().orElseThrow(cursor::failure));
                }
            }
            default -> {
                if (cursor.looksAt("SKIP") && cursor.kindAt(1) != TokenKind.OPENING_ROUND) {
                    skippedPath(out);
                } else {
                    namedArgument(out);
                }
            }
        }
    }

    private void skippedPath(StringBuilder out) {
        cursor.advance();
        if (cursor.looksAt("REGEXP") && cursor.kindAt(1) == TokenKind.STRING) {
            cursor.advance();
            out.append("SKIP REGEXP ");
            LiteralPrinter.print(out, literals.takeScalar().orElseThrow(cursor::failure));
        } else {
            out.append("SKIP ").append(path());
        }
    }

    private String path() {
        StringBuilder out = new StringBuilder(Quoting.identifier(literals.needIdentifier()));
        while (cursor.take(TokenKind.DOT)) {
            out.append('.').append(Quoting.identifier(literals.needIdentifier()));
        }
        return out.toString();
    }

    /** A type, {@code name Type}, {@code a.b Type} or {@code setting = value}. */
    private void namedArgument(StringBuilder out) {
        TokenKind next = cursor.kindAt(1);
        boolean named = next == TokenKind.BARE_WORD || next == TokenKind.QUOTED_IDENTIFIER || next == TokenKind.DOT;
        if (next == TokenKind.EQUALS) {
            out.append(literals.needIdentifier()).append(" = ");
            cursor.advance();
            LiteralPrinter.print(out, literals.takeScalar().orElseThrow(cursor::failure));
        } else if (named && severalWordsHere().isEmpty()) {
            out.append(path()).append(' ');
            type(out);
        } else {
            type(out);
        }
    }

    private Optional<String> severalWordsHere() {
        return SEVERAL_WORDS.stream().filter(cursor::looksAt).findFirst();
    }
}
