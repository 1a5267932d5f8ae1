package io.millrace.postgres;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that PostgreSQL and ClickHouse spell differently, rewritten by their words. */
final class ForeignStatements {
    /** What can be created and dropped there and not here. */
    private static final List<String> UNKNOWN_OBJECTS = List.of(
            "TYPE",
            "DOMAIN",
            "EXTENSION",
            "SEQUENCE",
            "TRIGGER",
            "EVENT TRIGGER",
            "RULE",
            "AGGREGATE",
            "CAST",
            "COLLATION",
            "CONVERSION",
            "FOREIGN TABLE",
            "FOREIGN DATA WRAPPER",
            "LANGUAGE",
            "OPERATOR",
            "POLICY",
            "PUBLICATION",
            "SERVER",
            "STATISTICS",
            "SUBSCRIPTION",
            "TABLESPACE",
            "TEXT SEARCH");

    private ForeignStatements() {}

    static Rewritten rewrite(String text, Dialect dialect) {
        Words words = new Words(text, dialect);
        return switch (words.word()) {
            case "CREATE" -> create(text, words, dialect);
            case "DROP" -> Rewritten.of(drop(text, words));
            case "ALTER" -> Rewritten.of(alter(text, words));
            case "EXPLAIN" -> Rewritten.of(explain(text, words));
            case "INSERT" -> RowChangeText.insert(words);
            case "UPDATE" -> RowChangeText.update(words);
            case "DELETE" -> RowChangeText.delete(words);
            case "COMMENT" -> Rewritten.of(comment(words));
            default -> Rewritten.of(text);
        };
    }

    private static Rewritten create(String text, Words words, Dialect dialect) {
        if (words.take("CREATE SCHEMA")) {
            boolean unlessExists = words.take("IF NOT EXISTS");
            String name = words.tokenText();
            return Rewritten.of("CREATE DATABASE " + (unlessExists ? "IF NOT EXISTS " : "") + name);
        }
        int start = words.mark();
        words.advance();
        refuse(words, "CREATE");
        boolean local = words.take("LOCAL") || words.take("GLOBAL");
        if (words.word().equals("TEMP") || local && words.word().equals("TEMPORARY")) {
            words.advance();
            String temporary = "CREATE TEMPORARY " + words.rest();
            return create(temporary, new Words(temporary, dialect), dialect);
        }
        if (words.take("UNLOGGED")) {
            String logged = "CREATE " + words.rest();
            return create(logged, new Words(logged, dialect), dialect);
        }
        words.back(start);
        return CreateTableText.of(words).orElseGet(() -> Rewritten.of(text));
    }

    private static void refuse(Words words, String verb) {
        for (String object : UNKNOWN_OBJECTS) {
            if (words.take(object)) {
                throw new PgError(SqlState.NOT_SUPPORTED, verb + " " + object + " is not supported");
            }
        }
    }

    private static String drop(String text, Words words) {
        String rest = text;
        words.advance();
        refuse(words, "DROP");
        if (words.take("SCHEMA")) {
            boolean ifExists = words.take("IF EXISTS");
            rest = "DROP DATABASE " + (ifExists ? "IF EXISTS " : "") + words.rest();
        } else if (words.take("MATERIALIZED VIEW")) {
            rest = "DROP VIEW " + words.rest();
        }
        return rest.replaceAll("(?i)\\s+(CASCADE|RESTRICT)\\s*$", "");
    }

    /** {@code ALTER SCHEMA a RENAME TO b}, {@code ALTER TABLE t RENAME TO u}, {@code ALTER TABLE t ADD c int}. */
    private static String alter(String text, Words words) {
        if (words.take("ALTER SCHEMA")) {
            String name = words.takeText();
            words.need("RENAME TO");
            return "RENAME DATABASE " + name + " TO " + words.rest();
        }
        words.advance();
        refuse(words, "ALTER");
        if (!words.take("TABLE")) {
            return text;
        }
        words.take("IF EXISTS");
        words.take("ONLY");
        StringBuilder name = new StringBuilder(words.takeText());
        while (words.take(TokenKind.DOT)) {
            name.append('.').append(words.takeText());
        }
        if (words.take("RENAME TO")) {
            String schema = name.indexOf(".") < 0 ? "" : name.substring(0, name.lastIndexOf(".") + 1);
            return "RENAME TABLE " + name + " TO " + schema + words.rest();
        }
        if (words.take("ALTER COLUMN") || words.take("ALTER")) {
            return "ALTER TABLE " + name + " MODIFY COLUMN " + words.takeText() + " " + changed(words);
        }
        boolean column = words.take("ADD")
                && !List.of("COLUMN", "INDEX", "PROJECTION", "CONSTRAINT", "STATISTICS", "PRIMARY", "UNIQUE", "FOREIGN")
                        .contains(words.word());
        return column ? "ALTER TABLE " + name + " ADD COLUMN " + words.rest() : text;
    }

    /** What becomes of a column behind {@code ALTER COLUMN c}. */
    private static String changed(Words words) {
        if (words.take("SET DEFAULT")) {
            return "DEFAULT " + words.rest();
        }
        if (words.take("DROP DEFAULT")) {
            return "REMOVE DEFAULT";
        }
        if (words.take("TYPE") || words.take("SET DATA TYPE")) {
            return words.rest();
        }
        throw new PgError(SqlState.NOT_SUPPORTED, "ALTER COLUMN is supported with TYPE, SET DEFAULT and DROP DEFAULT")
                .withHint("Whether a column can be NULL is part of its type: ALTER COLUMN c TYPE Nullable(String).");
    }

    /** {@code EXPLAIN (ANALYZE, FORMAT TEXT) q}: the options are read and left out. */
    private static String explain(String text, Words words) {
        words.advance();
        if (words.kind() == TokenKind.OPENING_ROUND) {
            while (!words.atEnd() && words.kind() != TokenKind.CLOSING_ROUND) {
                words.advance();
            }
            words.advance();
            return "EXPLAIN " + words.rest();
        }
        boolean analyze = words.take("ANALYZE");
        boolean verbose = words.take("VERBOSE");
        return analyze || verbose ? "EXPLAIN " + words.rest() : text;
    }

    /** {@code COMMENT ON TABLE t IS 'text'}, and of a column. */
    private static String comment(Words words) {
        words.need("COMMENT ON");
        Optional<String> object = List.of("COLUMN", "TABLE", "VIEW", "MATERIALIZED VIEW").stream()
                .filter(words::take)
                .findFirst();
        if (object.isEmpty()) {
            throw new PgError(SqlState.NOT_SUPPORTED, "COMMENT is for tables, views and columns");
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(words.takeText());
        } while (words.take(TokenKind.DOT));
        words.need("IS");
        String comment = words.word().equals("NULL") ? "''" : words.rest();
        if (!object.get().equals("COLUMN")) {
            return "ALTER TABLE " + String.join(".", names) + " MODIFY COMMENT " + comment;
        }
        String column = names.removeLast();
        if (names.isEmpty()) {
            throw new PgError(SqlState.SYNTAX, "column name must be qualified");
        }
        return "ALTER TABLE " + String.join(".", names) + " COMMENT COLUMN " + column + " " + comment;
    }
}
