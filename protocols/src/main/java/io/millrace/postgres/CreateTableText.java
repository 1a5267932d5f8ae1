package io.millrace.postgres;

import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * CREATE TABLE without ENGINE in the engine's words: a MergeTree ordered by its primary key, or Memory when it is temporary. What the engine has not, foreign
 * and unique keys, checks and columns that number themselves, is left out with a notice.
 */
final class CreateTableText {
    private static final Set<String> SERIALS = Set.of("SERIAL", "BIGSERIAL", "SMALLSERIAL");

    private final Words words;
    private final List<String> elements = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private boolean keyed;

    private CreateTableText(Words words) {
        this.words = words;
    }

    /** The statement; empty when it names an engine or has no list of columns. */
    static Optional<Rewritten> of(Words words) {
        return new CreateTableText(words).rewritten();
    }

    private Optional<Rewritten> rewritten() {
        words.need("CREATE");
        boolean temporary = words.take("TEMPORARY");
        if (!words.take("TABLE")) {
            return Optional.empty();
        }
        words.take("IF NOT EXISTS");
        words.takeText();
        while (words.take(TokenKind.DOT)) {
            words.takeText();
        }
        if (words.kind() != TokenKind.OPENING_ROUND) {
            return Optional.empty();
        }
        String head = words.between(0, words.offset());
        words.advance();
        int mark = words.mark();
        skipTo(TokenKind.CLOSING_ROUND);
        words.advance();
        Optional<String> tail = tail();
        if (tail.isEmpty()) {
            return Optional.empty();
        }
        words.back(mark);
        while (words.kind() != TokenKind.CLOSING_ROUND) {
            element();
            words.take(TokenKind.COMMA);
        }
        StringJoiner list = new StringJoiner(", ", "(", ")");
        elements.forEach(list::add);
        boolean ordered = keyed || tail.get().toUpperCase(Locale.ROOT).contains("ORDER BY");
        String engine = temporary ? " ENGINE = Memory " : " ENGINE = MergeTree ";
        String order = temporary || ordered ? "" : " ORDER BY tuple()";
        return Optional.of(new Rewritten(head + list + engine + tail.get() + order, true, notices, Optional.empty()));
    }

    /** What stands behind the columns and is kept; empty when there is an engine or a query. */
    private Optional<String> tail() {
        StringBuilder kept = new StringBuilder();
        while (!words.atEnd()) {
            switch (words.word()) {
                case "ENGINE", "AS", "CLONE" -> {
                    return Optional.empty();
                }
                case "TABLESPACE" -> {
                    words.advance();
                    words.advance();
                    continue;
                }
                default -> {}
            }
            if (words.take("ON COMMIT")) {
                if (!words.take("PRESERVE ROWS")) {
                    throw new PgError(SqlState.NOT_SUPPORTED, "only ON COMMIT PRESERVE ROWS is supported");
                }
                continue;
            }
            if (words.word().equals("WITH") && words.kindAt(1) == TokenKind.OPENING_ROUND) {
                words.advance();
                skipBrackets();
                continue;
            }
            kept.append(words.takeText()).append(' ');
        }
        return Optional.of(kept.toString());
    }

    /** Goes to a token that stands outside of brackets. */
    private void skipTo(TokenKind kind) {
        while (words.kind() != kind) {
            if (words.atEnd()) {
                throw words.unexpected();
            }
            if (words.kind() == TokenKind.OPENING_ROUND) {
                skipBrackets();
            } else {
                words.advance();
            }
        }
    }

    /** Takes brackets with what stands between them. */
    private String skipBrackets() {
        int from = words.offset();
        words.need(TokenKind.OPENING_ROUND);
        skipTo(TokenKind.CLOSING_ROUND);
        words.advance();
        return words.between(from, words.previousEnd());
    }

    private boolean atElementEnd() {
        return words.kind() == TokenKind.COMMA || words.kind() == TokenKind.CLOSING_ROUND || words.atEnd();
    }

    private void element() {
        if (words.take("CONSTRAINT")) {
            words.takeText();
        }
        String word = words.word();
        boolean unique = word.equals("UNIQUE") && words.kindAt(1) == TokenKind.OPENING_ROUND;
        boolean foreign = word.equals("FOREIGN") && words.wordAt(1).equals("KEY");
        boolean check = word.equals("CHECK") && words.kindAt(1) == TokenKind.OPENING_ROUND;
        if (unique || foreign || check || word.equals("EXCLUDE")) {
            unenforced(
                    unique
                            ? "unique constraints"
                            : foreign ? "foreign keys" : check ? "check constraints" : "exclusion constraints");
            while (!atElementEnd()) {
                skipOne();
            }
        } else if (word.equals("PRIMARY") && words.wordAt(1).equals("KEY")) {
            words.need("PRIMARY KEY");
            keyed = true;
            elements.add("PRIMARY KEY " + skipBrackets());
            while (!atElementEnd()) {
                skipOne();
            }
        } else {
            column();
        }
    }

    private void skipOne() {
        if (words.kind() == TokenKind.OPENING_ROUND) {
            skipBrackets();
        } else {
            words.advance();
        }
    }

    private void unenforced(String what) {
        notices.add(what + " are accepted and not enforced");
    }

    private void column() {
        StringBuilder kept = new StringBuilder(words.takeText());
        if (SERIALS.contains(words.word())) {
            notices.add("columns of type serial are not numbered: give them values");
        }
        while (!atElementEnd()) {
            if (words.take("CONSTRAINT")) {
                words.takeText();
            } else if (words.take("REFERENCES")) {
                reference();
            } else if (words.take("UNIQUE")) {
                unenforced("unique constraints");
            } else if (words.take("CHECK")) {
                unenforced("check constraints");
                skipBrackets();
            } else if (words.take("COLLATE")) {
                do {
                    words.takeText();
                } while (words.take(TokenKind.DOT));
            } else if (words.take("GENERATED")) {
                generated(kept);
            } else {
                keyed |= words.word().equals("PRIMARY");
                kept.append(' ').append(words.kind() == TokenKind.OPENING_ROUND ? skipBrackets() : words.takeText());
            }
        }
        elements.add(kept.toString());
    }

    private void reference() {
        unenforced("foreign keys");
        do {
            words.takeText();
        } while (words.take(TokenKind.DOT));
        if (words.kind() == TokenKind.OPENING_ROUND) {
            skipBrackets();
        }
        boolean more = true;
        while (more) {
            more = false;
            for (String action : List.of("ON DELETE", "ON UPDATE")) {
                if (words.take(action)) {
                    more = true;
                    if (!words.take("NO ACTION") && !words.take("SET NULL") && !words.take("SET DEFAULT")) {
                        words.takeText();
                    }
                }
            }
            if (words.take("MATCH") || words.take("INITIALLY")) {
                more = true;
                words.takeText();
            }
            more |= words.take("NOT DEFERRABLE") || words.take("DEFERRABLE");
        }
    }

    /** {@code GENERATED ALWAYS AS IDENTITY}, or {@code AS (expression) STORED}. */
    private void generated(StringBuilder kept) {
        if (!words.take("ALWAYS")) {
            words.need("BY DEFAULT");
        }
        words.need("AS");
        if (words.take("IDENTITY")) {
            notices.add("identity columns are not numbered: give them values");
            if (words.kind() == TokenKind.OPENING_ROUND) {
                skipBrackets();
            }
            return;
        }
        kept.append(" MATERIALIZED ").append(skipBrackets());
        words.take("STORED");
    }
}
