package io.millrace.postgres;

import io.millrace.postgres.SessionCommand.TransactionModes;
import io.millrace.sql.lexer.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the statements about transactions. */
final class TransactionGrammar {
    private final Words words;

    TransactionGrammar(Words words) {
        this.words = words;
    }

    /** BEGIN, COMMIT, ROLLBACK, SAVEPOINT and their kin. */
    Optional<SessionCommand> transaction() {
        if (words.take("BEGIN")) {
            work();
            return Optional.of(new SessionCommand.Begin(modes(), "BEGIN"));
        }
        if (words.take("START TRANSACTION")) {
            return Optional.of(new SessionCommand.Begin(modes(), "START TRANSACTION"));
        }
        if (words.take("COMMIT PREPARED") || words.take("ROLLBACK PREPARED")) {
            return Optional.of(
                    words.consumed(new SessionCommand.Unsupported("prepared transactions are not supported")));
        }
        if (words.take("COMMIT") || words.take("END")) {
            work();
            return Optional.of(new SessionCommand.Commit(chain()));
        }
        if (words.take("SAVEPOINT")) {
            return Optional.of(new SessionCommand.Savepoint(words.name()));
        }
        if (words.take("RELEASE")) {
            words.take("SAVEPOINT");
            return Optional.of(new SessionCommand.Release(words.name()));
        }
        if (words.take("ROLLBACK") || words.take("ABORT")) {
            work();
            if (words.take("TO")) {
                words.take("SAVEPOINT");
                return Optional.of(new SessionCommand.RollbackTo(words.name()));
            }
            return Optional.of(new SessionCommand.Rollback(chain()));
        }
        return Optional.empty();
    }

    private void work() {
        if (!words.take("WORK")) {
            words.take("TRANSACTION");
        }
    }

    private boolean chain() {
        if (words.take("AND NO CHAIN")) {
            return false;
        }
        return words.take("AND CHAIN");
    }

    /** {@code ISOLATION LEVEL SERIALIZABLE, READ ONLY}. */
    TransactionModes modes() {
        TransactionModes modes = TransactionModes.NONE;
        while (!words.atEnd()) {
            if (words.take("ISOLATION LEVEL")) {
                modes = new TransactionModes(Optional.of(level()), modes.readOnly());
            } else if (words.take("READ ONLY")) {
                modes = new TransactionModes(modes.isolation(), Optional.of(true));
            } else if (words.take("READ WRITE")) {
                modes = new TransactionModes(modes.isolation(), Optional.of(false));
            } else if (!words.take("NOT DEFERRABLE") && !words.take("DEFERRABLE")) {
                throw words.unexpected();
            }
            words.take(TokenKind.COMMA);
        }
        return modes;
    }

    private String level() {
        for (String level : List.of("SERIALIZABLE", "REPEATABLE READ", "READ COMMITTED", "READ UNCOMMITTED")) {
            if (words.take(level)) {
                return level.toLowerCase(Locale.ROOT);
            }
        }
        throw words.unexpected();
    }
}
