package io.millrace.postgres;

import io.millrace.sql.lexer.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** INSERT, UPDATE and DELETE in the engine's words: without aliases of the table, with a WHERE, and RETURNING apart. */
final class RowChangeText {
    private static final Set<String> BEHIND_NAME =
            Set.of("SET", "WHERE", "USING", "RETURNING", "IN", "ON", "SETTINGS", "VALUES", "SELECT", "WITH", "FORMAT");

    private final Words words;
    private final StringBuilder out = new StringBuilder();
    private Optional<String> alias = Optional.empty();
    private Optional<String> returning = Optional.empty();
    private int kept;

    private RowChangeText(Words words) {
        this.words = words;
    }

    static Rewritten insert(Words words) {
        RowChangeText text = new RowChangeText(words);
        words.need("INSERT INTO");
        if (words.word().equals("FUNCTION") || words.word().equals("TABLE")) {
            words.advance();
        }
        text.name();
        text.scan("INSERT");
        return text.rewritten();
    }

    static Rewritten update(Words words) {
        RowChangeText text = new RowChangeText(words);
        words.need("UPDATE");
        text.name();
        text.scan("UPDATE");
        return text.rewritten();
    }

    static Rewritten delete(Words words) {
        RowChangeText text = new RowChangeText(words);
        words.need("DELETE");
        words.need("FROM");
        text.name();
        text.scan("DELETE");
        return text.rewritten();
    }

    private Rewritten rewritten() {
        return new Rewritten(out.toString(), false, List.of(), returning);
    }

    /** Copies what has been read up to the cursor. */
    private void keep() {
        out.append(words.between(kept, words.offset()));
    }

    /** Leaves out what is read from here on. */
    private void drop() {
        kept = words.offset();
    }

    /** {@code [ONLY] schema.t [[AS] alias]}. */
    private void name() {
        if (words.word().equals("ONLY")
                && words.kindAt(1) != TokenKind.DOT
                && !words.wordAt(1).isEmpty()) {
            keep();
            words.advance();
            drop();
        }
        words.takeText();
        while (words.take(TokenKind.DOT)) {
            words.takeText();
        }
        boolean as = words.word().equals("AS");
        boolean bare = words.kind() == TokenKind.QUOTED_IDENTIFIER
                || !words.word().isEmpty() && !BEHIND_NAME.contains(words.word());
        if (as || bare) {
            keep();
            words.take("AS");
            alias = Optional.of(words.objectName());
            drop();
        }
    }

    private void scan(String verb) {
        int depth = 0;
        boolean where = false;
        boolean distinct = false;
        while (!words.atEnd() && !words.kind().isFault()) {
            if (depth == 0) {
                String word = words.word();
                if (verb.equals("INSERT") && word.equals("FORMAT")) {
                    break;
                }
                if (word.equals("RETURNING")
                        && !words.wordAt(1).equals("SETTINGS")
                        && words.kindAt(1) != TokenKind.EQUALS) {
                    close(where, verb);
                    words.advance();
                    returning = Optional.of(words.rest());
                    return;
                }
                refuse(verb, word, distinct);
                where |= word.equals("WHERE");
                distinct = word.equals("DISTINCT");
            }
            depth += switch (words.kind()) {
                case OPENING_ROUND, OPENING_SQUARE -> 1;
                case CLOSING_ROUND, CLOSING_SQUARE -> -1;
                default -> 0;
            };
            if (atAlias()) {
                keep();
                words.advance();
                words.advance();
                drop();
            } else {
                words.advance();
            }
        }
        out.append(words.between(kept, words.length()));
        if (!verb.equals("INSERT") && !where) {
            out.append("\nWHERE true");
        }
    }

    private void close(boolean where, String verb) {
        keep();
        if (!verb.equals("INSERT") && !where) {
            out.append("\nWHERE true");
        }
    }

    private void refuse(String verb, String word, boolean distinct) {
        if (verb.equals("UPDATE") && word.equals("FROM") && !distinct) {
            throw new PgError(SqlState.NOT_SUPPORTED, "UPDATE .. FROM is not supported")
                    .withHint("Use subqueries: SET a = (SELECT ..) WHERE id IN (SELECT ..).");
        }
        if (verb.equals("DELETE") && word.equals("USING")) {
            throw new PgError(SqlState.NOT_SUPPORTED, "DELETE .. USING is not supported")
                    .withHint("Use a subquery: WHERE id IN (SELECT ..).");
        }
        if (verb.equals("INSERT") && word.equals("ON") && words.wordAt(1).equals("CONFLICT")) {
            throw new PgError(SqlState.NOT_SUPPORTED, "ON CONFLICT is not supported: keys are not unique")
                    .withHint("Use a table with ENGINE = ReplacingMergeTree.");
        }
    }

    /** Whether {@code alias.} stands here. */
    private boolean atAlias() {
        return alias.isPresent()
                && words.kindAt(1) == TokenKind.DOT
                && (words.kind() == TokenKind.BARE_WORD || words.kind() == TokenKind.QUOTED_IDENTIFIER)
                && words.peekName().equals(alias.get());
    }
}
