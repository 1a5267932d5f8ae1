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
        if (cursor.options().dialect().isPostgres()) {
            String type = postgres();
            // in definitions ClickHouse's meaning of the names that both have wins
            return type.equals("date")
                    ? "Date"
                    : type.equals("timestamp") ? "DateTime" : PostgresTypes.toClickHouse(type);
        }
        return clickHouse();
    }

    /** The type of a cast: in PostgreSQL's dialect the PostgreSQL name, because only the one who evaluates it knows what it means. */
    String needForCast() {
        return cursor.options().dialect().isPostgres() ? postgres() : clickHouse();
    }

    private String clickHouse() {
        StringBuilder out = new StringBuilder();
        type(out);
        return out.toString();
    }

    /** {@code int4}, {@code numeric(10, 2)}, {@code text[]}; what PostgreSQL does not know is read as ClickHouse's. */
    private String postgres() {
        if (cursor.looksAt("PG_CATALOG") && cursor.kindAt(1) == TokenKind.DOT) {
            cursor.moveTo(cursor.index() + 2);
        }
        String type = postgresName().map(this::withArguments).orElseGet(this::clickHouse);
        while (cursor.kind() == TokenKind.OPENING_SQUARE) {
            cursor.advance();
            cursor.take(TokenKind.NUMBER);
            cursor.need(TokenKind.CLOSING_SQUARE);
            type += "[]";
        }
        return cursor.takeKeyword("ARRAY") ? type + "[]" : type;
    }

    private Optional<String> postgresName() {
        if (cursor.kind() == TokenKind.QUOTED_IDENTIFIER) {
            String name = literals.needIdentifier();
            return Optional.of(
                    name.equals("char")
                            ? "\"char\""
                            : PostgresTypes.canonical(name).orElse(name));
        }
        if (cursor.kind() != TokenKind.BARE_WORD) {
            return Optional.empty();
        }
        for (String words : List.of("DOUBLE PRECISION", "CHARACTER VARYING", "CHAR VARYING")) {
            if (cursor.takeKeyword(words)) {
                return Optional.of(words.startsWith("DOUBLE") ? "float8" : "varchar");
            }
        }
        Optional<String> name = PostgresTypes.canonical(cursor.tokenText());
        name.ifPresent(n -> cursor.advance());
        return name;
    }

    private String withArguments(String name) {
        StringBuilder out = new StringBuilder();
        if (cursor.take(TokenKind.OPENING_ROUND)) {
            out.append('(').append(literals.needUnsigned());
            while (cursor.take(TokenKind.COMMA)) {
                out.append(", ").append(literals.needUnsigned());
            }
            cursor.need(TokenKind.CLOSING_ROUND);
            out.append(')');
        }
        boolean time = name.equals("timestamp") || name.equals("time");
        if (time && cursor.takeKeyword("WITH TIME ZONE")) {
            return name + "tz" + out;
        }
        if (time) {
            cursor.takeKeyword("WITHOUT TIME ZONE");
        }
        return name + out;
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
