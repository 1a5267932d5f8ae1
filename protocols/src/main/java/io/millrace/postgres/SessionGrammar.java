package io.millrace.postgres;

import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.util.Locale;
import java.util.Optional;

/** Reads the statements about the session. What looks like one of ClickHouse's statements is left to the engine. */
final class SessionGrammar {
    private final Words words;
    private final Variables variables;

    private SessionGrammar(Words words, Variables variables) {
        this.words = words;
        this.variables = variables;
    }

    /** The command that a text is; empty when it is none. */
    static Optional<SessionCommand> read(String text, Dialect dialect, Variables variables) {
        Words words = new Words(text, dialect);
        Optional<SessionCommand> command = new SessionGrammar(words, variables).command();
        if (command.isPresent()) {
            words.end();
        }
        return command;
    }

    private Optional<SessionCommand> command() {
        return switch (words.word()) {
            case "SET" -> new VariableGrammar(words, variables).set();
            case "SHOW" -> new VariableGrammar(words, variables).show();
            case "RESET" -> Optional.of(new VariableGrammar(words, variables).reset());
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" ->
                new TransactionGrammar(words).transaction();
            case "DECLARE" -> Optional.of(new CursorGrammar(words).declare());
            case "FETCH", "MOVE" -> Optional.of(new CursorGrammar(words).fetch());
            case "PREPARE" -> Optional.of(new PreparedGrammar(words).prepare());
            case "EXECUTE" -> Optional.of(new PreparedGrammar(words).execute());
            case "CLOSE" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Close(nameOrAll()));
            }
            case "DISCARD" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Discard(words.takeText().toUpperCase(Locale.ROOT)));
            }
            case "DEALLOCATE" -> {
                words.advance();
                if (words.kindAt(1) != TokenKind.END) {
                    words.take("PREPARE");
                }
                yield Optional.of(new SessionCommand.Deallocate(nameOrAll()));
            }
            case "USE" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Use(words.objectName()));
            }
            case "LISTEN" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Listen(words.name()));
            }
            case "UNLISTEN" -> {
                words.advance();
                boolean all = words.take(TokenKind.ASTERISK);
                yield Optional.of(new SessionCommand.Unlisten(all ? Optional.empty() : Optional.of(words.name())));
            }
            case "NOTIFY" -> {
                words.advance();
                String channel = words.name();
                yield Optional.of(
                        new SessionCommand.Notify(channel, words.take(TokenKind.COMMA) ? words.string() : ""));
            }
            default -> accepted();
        };
    }

    private Optional<String> nameOrAll() {
        return words.take("ALL") ? Optional.empty() : Optional.of(words.name());
    }

    /** Statements that have nothing to do here, or nothing that can be done. */
    private Optional<SessionCommand> accepted() {
        String first = words.word();
        return switch (first) {
            case "DO", "CALL" ->
                Optional.of(words.consumed(new SessionCommand.Unsupported(first + " is not supported")));
            case "LOCK" -> Optional.of(words.consumed(new SessionCommand.Lock()));
            case "VACUUM", "ANALYZE", "CHECKPOINT", "REINDEX", "CLUSTER" ->
                Optional.of(words.consumed(new SessionCommand.Nothing(first)));
            case "SECURITY" -> Optional.of(words.consumed(new SessionCommand.Nothing("SECURITY LABEL")));
            case "REFRESH" -> {
                words.need("REFRESH MATERIALIZED VIEW");
                yield Optional.of(words.consumed(new SessionCommand.Nothing("REFRESH MATERIALIZED VIEW")));
            }
            case "CREATE" ->
                words.take("CREATE INDEX") || words.take("CREATE UNIQUE INDEX")
                        ? Optional.of(words.consumed(new SessionCommand.Ignored(
                                "CREATE INDEX", "indexes are accepted and not made: the sorting key is the index")))
                        : Optional.empty();
            case "DROP" ->
                words.take("DROP INDEX")
                        ? Optional.of(words.consumed(new SessionCommand.Ignored("DROP INDEX", "there are no indexes")))
                        : Optional.empty();
            case "ALTER" -> altered();
            default -> Optional.empty();
        };
    }

    /** {@code ALTER TABLE t OWNER TO}, and constraints that are not kept. */
    private Optional<SessionCommand> altered() {
        int begin = words.mark();
        if (words.take("ALTER TABLE")) {
            words.take("IF EXISTS");
            words.take("ONLY");
            words.takeText();
            while (words.take(TokenKind.DOT)) {
                words.takeText();
            }
            if (words.take("OWNER TO")) {
                return Optional.of(words.consumed(new SessionCommand.Ignored(
                        "ALTER TABLE", "tables belong to nobody: owners are accepted only")));
            }
            if (words.take("ADD CONSTRAINT")) {
                words.takeText();
            } else {
                words.take("ADD");
            }
            if (words.take("FOREIGN KEY") || words.take("UNIQUE") || words.take("PRIMARY KEY")) {
                return Optional.of(words.consumed(
                        new SessionCommand.Ignored("ALTER TABLE", "keys are accepted and not enforced")));
            }
        }
        words.back(begin);
        return Optional.empty();
    }
}
