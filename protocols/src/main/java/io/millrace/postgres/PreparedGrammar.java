package io.millrace.postgres;

import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads PREPARE and EXECUTE. */
final class PreparedGrammar {
    private final Words words;

    PreparedGrammar(Words words) {
        this.words = words;
    }

    /** {@code PREPARE name (types) AS statement}. */
    SessionCommand prepare() {
        words.advance();
        if (words.take("TRANSACTION")) {
            return words.consumed(new SessionCommand.Unsupported("prepared transactions are not supported"));
        }
        String name = words.name();
        List<String> types = list();
        words.need("AS");
        String statement = words.rest();
        return words.consumed(new SessionCommand.Prepare(name, types, statement));
    }

    SessionCommand execute() {
        words.advance();
        return new SessionCommand.Execute(words.name(), list());
    }

    /** The texts between brackets, cut at commas; none when there are no brackets. */
    private List<String> list() {
        List<String> items = new ArrayList<>();
        if (!words.take(TokenKind.OPENING_ROUND)) {
            return items;
        }
        int from = words.offset();
        int depth = 0;
        while (depth > 0 || words.kind() != TokenKind.CLOSING_ROUND) {
            if (words.atEnd()) {
                throw words.unexpected();
            }
            if (depth == 0 && words.kind() == TokenKind.COMMA) {
                items.add(words.between(from, words.offset()).strip());
                words.advance();
                from = words.offset();
                continue;
            }
            depth += switch (words.kind()) {
                case OPENING_ROUND, OPENING_SQUARE -> 1;
                case CLOSING_ROUND, CLOSING_SQUARE -> -1;
                default -> 0;
            };
            words.advance();
        }
        String last = words.between(from, words.offset()).strip();
        if (!items.isEmpty() || !last.isEmpty()) {
            items.add(last);
        }
        words.need(TokenKind.CLOSING_ROUND);
        return items;
    }
}
