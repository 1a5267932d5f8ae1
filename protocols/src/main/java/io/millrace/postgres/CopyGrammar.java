package io.millrace.postgres;

import io.millrace.postgres.CopyStatement.CopyOptions;
import io.millrace.postgres.CopyStatement.Format;
import io.millrace.postgres.CopyStatement.HeaderLine;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.TableName;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads COPY with the options of today and those of before PostgreSQL 9. */
final class CopyGrammar {
    private final Words words;
    private Optional<Format> format = Optional.empty();
    private Optional<Byte> delimiter = Optional.empty();
    private Optional<String> nullText = Optional.empty();
    private HeaderLine header = HeaderLine.NONE;
    private Optional<Byte> quote = Optional.empty();
    private Optional<Byte> escape = Optional.empty();
    private Optional<List<String>> forceQuote = Optional.empty();
    private List<String> forceNotNull = List.of();
    private List<String> forceNull = List.of();

    private CopyGrammar(Words words) {
        this.words = words;
    }

    /** The COPY that a text is; empty when it is none. */
    static Optional<CopyStatement> read(String text, Dialect dialect) {
        Words words = new Words(text, dialect);
        return words.take("COPY") ? Optional.of(new CopyGrammar(words).copy()) : Optional.empty();
    }

    private CopyStatement copy() {
        if (words.take("BINARY")) {
            format = Optional.of(Format.BINARY);
        }
        Optional<String> query = Optional.empty();
        Optional<TableName> table = Optional.empty();
        List<String> columns = List.of();
        if (words.kind() == TokenKind.OPENING_ROUND) {
            query = Optional.of(query());
        } else {
            table = Optional.of(table());
            columns = columns();
        }
        boolean in = words.take("FROM");
        if (!in) {
            words.need("TO");
        }
        if (words.take("PROGRAM") || words.atString()) {
            throw new PgError("42501", "COPY to or from a file of the server is not allowed; use STDIN or STDOUT");
        }
        words.need(in ? "STDIN" : "STDOUT");
        boolean with = words.take("WITH");
        if (words.kind() == TokenKind.OPENING_ROUND) {
            options();
        } else if (with || !words.atEnd()) {
            oldOptions();
        }
        if (words.take("WHERE")) {
            throw new PgError(SqlState.NOT_SUPPORTED, "COPY with WHERE is not supported");
        }
        words.end();
        if (in && query.isPresent()) {
            throw new PgError(SqlState.SYNTAX, "COPY FROM takes a table, not a query");
        }
        return new CopyStatement(table, columns, query, in, result());
    }

    /** The text between the brackets. */
    private String query() {
        words.need(TokenKind.OPENING_ROUND);
        StringBuilder text = new StringBuilder();
        int depth = 0;
        while (depth > 0 || words.kind() != TokenKind.CLOSING_ROUND) {
            if (words.atEnd()) {
                throw words.unexpected();
            }
            depth += words.kind() == TokenKind.OPENING_ROUND ? 1 : words.kind() == TokenKind.CLOSING_ROUND ? -1 : 0;
            text.append(words.takeText()).append(' ');
        }
        words.need(TokenKind.CLOSING_ROUND);
        return text.toString();
    }

    private TableName table() {
        String first = words.objectName();
        if (!words.take(TokenKind.DOT)) {
            return new TableName(Position.NONE, Optional.empty(), first);
        }
        String second = words.objectName();
        return words.take(TokenKind.DOT)
                ? new TableName(Position.NONE, Optional.of(second), words.objectName())
                : new TableName(Position.NONE, Optional.of(first), second);
    }

    private List<String> columns() {
        if (!words.take(TokenKind.OPENING_ROUND)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(words.objectName());
        } while (words.take(TokenKind.COMMA));
        words.need(TokenKind.CLOSING_ROUND);
        return names;
    }

    private void options() {
        words.need(TokenKind.OPENING_ROUND);
        do {
            String name = words.takeText().toUpperCase(Locale.ROOT);
            switch (name) {
                case "FORMAT" -> format = Optional.of(format(value()));
                case "DELIMITER" -> delimiter = Optional.of(oneByte("delimiter", value()));
                case "NULL" -> nullText = Optional.of(value());
                case "HEADER" -> header = headerLine();
                case "QUOTE" -> quote = Optional.of(oneByte("quote", value()));
                case "ESCAPE" -> escape = Optional.of(oneByte("escape", value()));
                case "FORCE_QUOTE" -> forceQuote = Optional.of(names());
                case "FORCE_NOT_NULL" -> forceNotNull = names();
                case "FORCE_NULL" -> forceNull = names();
                case "ENCODING" -> encoding(value());
                case "FREEZE" -> flag();
                default ->
                    throw new PgError(
                            SqlState.SYNTAX, "option \"" + name.toLowerCase(Locale.ROOT) + "\" not recognized");
            }
        } while (words.take(TokenKind.COMMA));
        words.need(TokenKind.CLOSING_ROUND);
    }

    private void oldOptions() {
        while (!words.atEnd() && !words.word().equals("WHERE")) {
            if (words.take("BINARY")) {
                format = Optional.of(Format.BINARY);
            } else if (words.take("CSV")) {
                format = Optional.of(Format.CSV);
            } else if (words.take("HEADER")) {
                header = HeaderLine.SKIP;
            } else if (words.take("DELIMITER") || words.take("DELIMITERS")) {
                words.take("AS");
                delimiter = Optional.of(oneByte("delimiter", words.string()));
            } else if (words.take("NULL")) {
                words.take("AS");
                nullText = Optional.of(words.string());
            } else if (words.take("QUOTE")) {
                words.take("AS");
                quote = Optional.of(oneByte("quote", words.string()));
            } else if (words.take("ESCAPE")) {
                words.take("AS");
                escape = Optional.of(oneByte("escape", words.string()));
            } else if (words.take("ENCODING")) {
                encoding(words.string());
            } else if (words.take("FORCE QUOTE")) {
                forceQuote = Optional.of(bareNames());
            } else if (words.take("FORCE NOT NULL")) {
                forceNotNull = bareNames();
            } else if (!words.take("FREEZE")) {
                throw words.unexpected();
            }
        }
    }

    private String value() {
        return words.atString() ? words.string() : words.takeText();
    }

    private boolean flag() {
        if (words.kind() == TokenKind.COMMA || words.kind() == TokenKind.CLOSING_ROUND) {
            return true;
        }
        return VariableValues.truth("option", value());
    }

    private HeaderLine headerLine() {
        if (words.take("MATCH")) {
            return HeaderLine.MATCH;
        }
        return flag() ? HeaderLine.SKIP : HeaderLine.NONE;
    }

    /** {@code (a, b)} or {@code *}, which is empty here. */
    private List<String> names() {
        if (words.take(TokenKind.ASTERISK)) {
            return List.of();
        }
        return columns();
    }

    private List<String> bareNames() {
        if (words.take(TokenKind.ASTERISK)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(words.objectName());
        } while (words.take(TokenKind.COMMA));
        return names;
    }

    private static Format format(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "text", "tsv" -> Format.TEXT;
            case "csv" -> Format.CSV;
            case "binary" -> Format.BINARY;
            default -> throw new PgError(SqlState.INVALID_VALUE, "COPY format \"" + name + "\" not recognized");
        };
    }

    private static byte oneByte(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != 1 || bytes[0] == '\n' || bytes[0] == '\r') {
            throw new PgError(SqlState.NOT_SUPPORTED, "COPY " + what + " must be a single one-byte character");
        }
        return bytes[0];
    }

    private static void encoding(String name) {
        VariableValues.checked("client_encoding", name, false);
    }

    private CopyOptions result() {
        Format chosen = format.orElse(Format.TEXT);
        boolean csvOnly = quote.isPresent()
                || escape.isPresent()
                || forceQuote.isPresent()
                || !forceNotNull.isEmpty()
                || !forceNull.isEmpty();
        if (chosen != Format.CSV && csvOnly) {
            throw new PgError(SqlState.NOT_SUPPORTED, "COPY quotes are available only in CSV mode");
        }
        boolean textOnly = delimiter.isPresent() || nullText.isPresent() || header != HeaderLine.NONE;
        if (chosen == Format.BINARY && textOnly) {
            throw new PgError(SqlState.SYNTAX, "cannot specify DELIMITER, NULL or HEADER in BINARY mode");
        }
        CopyOptions standard = CopyOptions.of(chosen);
        return new CopyOptions(
                chosen,
                delimiter.orElse(standard.delimiter()),
                nullText.orElse(standard.nullText()),
                header,
                quote.orElse(standard.quote()),
                escape.or(() -> quote).orElse(standard.escape()),
                forceQuote,
                forceNotNull,
                forceNull);
    }
}
