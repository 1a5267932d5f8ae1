package io.millrace.postgres;

import io.millrace.postgres.SessionCommand.Direction;
import io.millrace.sql.lexer.TokenKind;
import java.util.OptionalLong;

/** Reads the statements about cursors. */
final class CursorGrammar {
    private final Words words;

    CursorGrammar(Words words) {
        this.words = words;
    }

    SessionCommand declare() {
        words.advance();
        String name = words.name();
        boolean scroll = false;
        boolean binary = false;
        while (!words.take("CURSOR")) {
            if (words.take("NO SCROLL")) {
                scroll = false;
            } else if (words.take("SCROLL")) {
                scroll = true;
            } else if (words.take("BINARY")) {
                binary = true;
            } else if (!words.take("INSENSITIVE") && !words.take("ASENSITIVE")) {
                throw words.unexpected();
            }
        }
        boolean hold = words.take("WITH HOLD");
        words.take("WITHOUT HOLD");
        words.need("FOR");
        String query = words.rest();
        return words.consumed(new SessionCommand.Declare(name, scroll, hold, binary, query));
    }

    /** {@code FETCH} and {@code MOVE}. */
    SessionCommand fetch() {
        boolean move = words.word().equals("MOVE");
        words.advance();
        Direction direction = Direction.FORWARD;
        OptionalLong count = OptionalLong.of(1);
        if (words.take("NEXT")) {
            count = OptionalLong.of(1);
        } else if (words.take("PRIOR")) {
            direction = Direction.BACKWARD;
        } else if (words.take("FIRST")) {
            direction = Direction.ABSOLUTE;
        } else if (words.take("LAST")) {
            direction = Direction.ABSOLUTE;
            count = OptionalLong.of(-1);
        } else if (words.take("ABSOLUTE")) {
            direction = Direction.ABSOLUTE;
            count = OptionalLong.of(number());
        } else if (words.take("RELATIVE")) {
            direction = Direction.RELATIVE;
            count = OptionalLong.of(number());
        } else if (words.take("ALL")) {
            count = OptionalLong.empty();
        } else {
            boolean backward = words.take("BACKWARD");
            if (backward) {
                direction = Direction.BACKWARD;
            } else {
                words.take("FORWARD");
            }
            if (words.take("ALL")) {
                count = OptionalLong.empty();
            } else if (words.kind() == TokenKind.NUMBER || words.kind() == TokenKind.MINUS) {
                count = OptionalLong.of(number());
            }
        }
        if (!words.take("FROM")) {
            words.take("IN");
        }
        return new SessionCommand.Fetch(words.name(), direction, count, move);
    }

    private long number() {
        boolean negative = words.take(TokenKind.MINUS);
        if (words.kind() != TokenKind.NUMBER) {
            throw words.unexpected();
        }
        try {
            long value = Long.parseLong(words.takeText());
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw words.unexpected();
        }
    }
}
