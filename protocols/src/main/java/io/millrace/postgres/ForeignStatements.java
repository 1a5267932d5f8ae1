package io.millrace.postgres;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Statements whose first words PostgreSQL and ClickHouse spell differently, rewritten by their words. */
final class ForeignStatements {
    private ForeignStatements() {}

    static String rewrite(String text, Dialect dialect) {
        Words words = new Words(text, dialect);
        return switch (words.word()) {
            case "CREATE" -> create(text, words, dialect);
            case "DROP" -> drop(text, words);
            case "EXPLAIN" -> explain(text, words);
            case "UPDATE", "DELETE" -> everywhere(text, words);
            case "COMMENT" -> comment(words);
            default -> text;
        };
    }

    private static String create(String text, Words words, Dialect dialect) {
        if (words.take("CREATE SCHEMA")) {
            boolean unlessExists = words.take("IF NOT EXISTS");
            String name = words.tokenText();
            return "CREATE DATABASE " + (unlessExists ? "IF NOT EXISTS " : "") + name;
        }
        int start = words.mark();
        words.advance();
        boolean local = words.take("LOCAL") || words.take("GLOBAL");
        if (words.word().equals("TEMP") || local && words.word().equals("TEMPORARY")) {
            words.advance();
            return create(
                    "CREATE TEMPORARY " + words.rest(),
                    new Words("CREATE TEMPORARY " + words.rest(), dialect),
                    dialect);
        }
        words.back(start);
        return withEngine(text, words);
    }

    /** A table without ENGINE gets a MergeTree without an order, or Memory when it is temporary. */
    private static String withEngine(String text, Words words) {
        words.advance();
        boolean temporary = words.take("TEMPORARY");
        if (!words.take("TABLE")) {
            return text;
        }
        int depth = 0;
        boolean columns = false;
        boolean keyed = false;
        while (!words.atEnd()) {
            if (depth == 0
                    && (words.word().equals("ENGINE")
                            || words.word().equals("AS")
                            || words.word().equals("CLONE"))) {
                return text;
            }
            keyed |= words.word().equals("PRIMARY") && words.wordAt(1).equals("KEY");
            if (words.kind() == TokenKind.OPENING_ROUND) {
                depth++;
                columns = true;
            } else if (words.kind() == TokenKind.CLOSING_ROUND) {
                depth--;
            } else if (depth == 0 && columns && words.take("ON COMMIT PRESERVE ROWS")) {
                break;
            }
            words.advance();
        }
        String body = text.replaceAll("(?i)\\s+ON\\s+COMMIT\\s+PRESERVE\\s+ROWS\\s*$", "");
        String engine = temporary ? " ENGINE = Memory" : " ENGINE = MergeTree" + (keyed ? "" : " ORDER BY tuple()");
        return columns ? body + engine : text;
    }

    private static String drop(String text, Words words) {
        String rest = text;
        if (words.take("DROP SCHEMA")) {
            boolean ifExists = words.take("IF EXISTS");
            rest = "DROP DATABASE " + (ifExists ? "IF EXISTS " : "") + words.rest();
        }
        return rest.replaceAll("(?i)\\s+(CASCADE|RESTRICT)\\s*$", "");
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

    /** UPDATE and DELETE without WHERE are for all rows. */
    private static String everywhere(String text, Words words) {
        int depth = 0;
        while (!words.atEnd()) {
            if (depth == 0 && words.word().equals("WHERE")) {
                return text;
            }
            depth += switch (words.kind()) {
                case OPENING_ROUND -> 1;
                case CLOSING_ROUND -> -1;
                default -> 0;
            };
            words.advance();
        }
        return text + "\nWHERE true";
    }

    /** {@code COMMENT ON TABLE t IS 'text'}, and of a column. */
    private static String comment(Words words) {
        boolean ofColumn = words.take("COMMENT ON COLUMN");
        if (!ofColumn && !words.take("COMMENT ON TABLE") && !words.take("COMMENT ON VIEW")) {
            throw new PgError(SqlState.NOT_SUPPORTED, "COMMENT is for tables, views and columns");
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(words.takeText());
        } while (words.take(TokenKind.DOT));
        words.need("IS");
        String comment = words.word().equals("NULL") ? "''" : words.rest();
        if (!ofColumn) {
            return "ALTER TABLE " + String.join(".", names) + " MODIFY COMMENT " + comment;
        }
        String column = names.removeLast();
        if (names.isEmpty()) {
            throw new PgError(SqlState.SYNTAX, "column name must be qualified");
        }
        return "ALTER TABLE " + String.join(".", names) + " COMMENT COLUMN " + column + " " + comment;
    }
}
