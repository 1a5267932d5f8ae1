package io.millrace.postgres;

import io.millrace.postgres.SessionCommand.Direction;
import io.millrace.postgres.SessionCommand.TransactionModes;
import io.millrace.sql.lexer.Dialect;
import io.millrace.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;

/** Reads the statements about the session. What looks like one of ClickHouse's statements is left to the engine. */
final class SessionGrammar {
    /** What behind SHOW belongs to ClickHouse. */
    private static final Set<String> CLICKHOUSE_SHOW = Set.of(
            "TABLES",
            "TABLE",
            "DATABASES",
            "DATABASE",
            "CREATE",
            "COLUMNS",
            "FULL",
            "EXTENDED",
            "INDEX",
            "INDEXES",
            "INDICES",
            "KEYS",
            "FUNCTIONS",
            "PROCESSLIST",
            "GRANTS",
            "USERS",
            "ROLES",
            "CURRENT",
            "ENABLED",
            "PROFILES",
            "POLICIES",
            "ROW",
            "QUOTAS",
            "QUOTA",
            "ACCESS",
            "CLUSTERS",
            "CLUSTER",
            "ENGINES",
            "SETTINGS",
            "SETTING",
            "DICTIONARIES",
            "DICTIONARY",
            "MERGES",
            "FILESYSTEM",
            "CHANGED",
            "TEMPORARY",
            "VIEW");

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
            case "SET" -> set();
            case "SHOW" -> show();
            case "RESET" -> Optional.of(reset());
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE" -> transaction();
            case "DECLARE" -> Optional.of(declare());
            case "FETCH", "MOVE" -> Optional.of(fetch());
            case "CLOSE" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Close(nameOrAll()));
            }
            case "DISCARD" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Discard(words.takeText().toUpperCase(Locale.ROOT)));
            }
            case "PREPARE" -> prepare();
            case "EXECUTE" -> Optional.of(execute());
            case "DEALLOCATE" -> {
                words.advance();
                if (words.wordAt(1).isEmpty() && words.kindAt(1) == TokenKind.END) {
                    yield Optional.of(new SessionCommand.Deallocate(nameOrAll()));
                }
                words.take("PREPARE");
                yield Optional.of(new SessionCommand.Deallocate(nameOrAll()));
            }
            case "USE" -> {
                words.advance();
                yield Optional.of(new SessionCommand.Use(words.objectName()));
            }
            default -> other();
        };
    }

    private Optional<SessionCommand> other() {
        String first = words.word();
        switch (first) {
            case "LISTEN", "NOTIFY" -> {
                return consume(new SessionCommand.Unsupported(first + " is not supported"));
            }
            case "DO", "CALL" -> {
                return consume(new SessionCommand.Unsupported(first + " is not supported"));
            }
            case "UNLISTEN", "LOCK", "VACUUM", "ANALYZE", "CHECKPOINT", "REINDEX", "CLUSTER" -> {
                return consume(new SessionCommand.Nothing(first.equals("LOCK") ? "LOCK TABLE" : first));
            }
            case "SECURITY" -> {
                return consume(new SessionCommand.Nothing("SECURITY LABEL"));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<SessionCommand> consume(SessionCommand command) {
        while (!words.atEnd()) {
            words.advance();
        }
        return Optional.of(command);
    }

    private Optional<String> nameOrAll() {
        return words.take("ALL") ? Optional.empty() : Optional.of(words.name());
    }

    // ---- SET, SHOW, RESET

    private Optional<SessionCommand> set() {
        words.advance();
        if (words.take("SESSION CHARACTERISTICS AS TRANSACTION")) {
            return Optional.of(new SessionCommand.Characteristics(modes(), true));
        }
        if (words.take("TRANSACTION")) {
            return Optional.of(new SessionCommand.Characteristics(modes(), false));
        }
        if (words.take("SESSION AUTHORIZATION") || words.take("CONSTRAINTS")) {
            return consume(new SessionCommand.Nothing("SET"));
        }
        boolean local = words.take("LOCAL");
        if (!local) {
            words.take("SESSION");
        }
        if (words.take("TIME ZONE")) {
            return Optional.of(new SessionCommand.Assign("TimeZone", zone(), local));
        }
        if (words.take("NAMES")) {
            return Optional.of(new SessionCommand.Assign("client_encoding", Optional.of(value()), local));
        }
        if (words.take("SCHEMA")) {
            return Optional.of(new SessionCommand.Assign("search_path", Optional.of(value()), local));
        }
        if (words.word().equals("ROLE") && words.kindAt(1) != TokenKind.EQUALS) {
            words.advance();
            words.name();
            return Optional.of(new SessionCommand.Nothing("SET"));
        }
        StringBuilder name = new StringBuilder(words.objectName());
        while (words.take(TokenKind.DOT)) {
            name.append('.').append(words.objectName());
        }
        boolean to = words.take("TO");
        if (!to && !words.take(TokenKind.EQUALS)) {
            return Optional.empty();
        }
        if (!to && !variables.isKnown(name.toString()) && name.indexOf(".") < 0) {
            // a setting of ClickHouse, or more than one
            return Optional.empty();
        }
        if (words.take("DEFAULT")) {
            return Optional.of(new SessionCommand.Assign(name.toString(), Optional.empty(), local));
        }
        StringJoiner list = new StringJoiner(", ");
        do {
            list.add(value());
        } while (words.take(TokenKind.COMMA));
        return Optional.of(new SessionCommand.Assign(name.toString(), Optional.of(list.toString()), local));
    }

    private Optional<String> zone() {
        if (words.take("DEFAULT") || words.take("LOCAL")) {
            return Optional.empty();
        }
        if (words.take("INTERVAL")) {
            String text = words.string();
            words.take("HOUR TO MINUTE");
            return Optional.of(text);
        }
        return Optional.of(value());
    }

    /** A value as text: a string, a number with its sign, or words. */
    private String value() {
        if (words.atString()) {
            return words.string();
        }
        return switch (words.kind()) {
            case QUOTED_IDENTIFIER -> words.name();
            case BARE_WORD, NUMBER -> words.takeText();
            case MINUS, PLUS -> words.takeText() + words.takeText();
            default -> throw words.unexpected();
        };
    }

    private Optional<SessionCommand> show() {
        words.advance();
        if (words.take("ALL")) {
            return Optional.of(new SessionCommand.ShowAll());
        }
        if (words.take("TIME ZONE")) {
            return Optional.of(new SessionCommand.Show("TimeZone"));
        }
        if (words.take("TRANSACTION ISOLATION LEVEL")) {
            return Optional.of(new SessionCommand.Show("transaction_isolation"));
        }
        if (words.take("SESSION AUTHORIZATION")) {
            return Optional.of(new SessionCommand.Show("session_authorization"));
        }
        if (CLICKHOUSE_SHOW.contains(words.word())) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder(words.objectName());
        while (words.take(TokenKind.DOT)) {
            name.append('.').append(words.objectName());
        }
        return Optional.of(new SessionCommand.Show(name.toString()));
    }

    private SessionCommand reset() {
        words.advance();
        if (words.take("ALL")) {
            return new SessionCommand.Reset(Optional.empty());
        }
        if (words.take("SESSION AUTHORIZATION") || words.take("ROLE")) {
            return new SessionCommand.Nothing("RESET");
        }
        return new SessionCommand.Reset(Optional.of(words.take("TIME ZONE") ? "TimeZone" : words.objectName()));
    }

    // ---- transactions

    private Optional<SessionCommand> transaction() {
        if (words.take("BEGIN")) {
            work();
            return Optional.of(new SessionCommand.Begin(modes(), "BEGIN"));
        }
        if (words.take("START TRANSACTION")) {
            return Optional.of(new SessionCommand.Begin(modes(), "START TRANSACTION"));
        }
        if (words.take("COMMIT PREPARED") || words.take("ROLLBACK PREPARED")) {
            return consume(new SessionCommand.Unsupported("prepared transactions are not supported"));
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

    private TransactionModes modes() {
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

    // ---- cursors

    private SessionCommand declare() {
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
        consume(new SessionCommand.Nothing(""));
        return new SessionCommand.Declare(name, scroll, hold, binary, query);
    }

    private SessionCommand fetch() {
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

    // ---- prepared statements

    private Optional<SessionCommand> prepare() {
        words.advance();
        if (words.take("TRANSACTION")) {
            return consume(new SessionCommand.Unsupported("prepared transactions are not supported"));
        }
        String name = words.name();
        List<String> types = new ArrayList<>();
        if (words.take(TokenKind.OPENING_ROUND)) {
            StringBuilder type = new StringBuilder();
            int depth = 0;
            while (depth > 0 || words.kind() != TokenKind.CLOSING_ROUND) {
                if (words.atEnd()) {
                    throw words.unexpected();
                }
                if (depth == 0 && words.kind() == TokenKind.COMMA) {
                    words.advance();
                    types.add(type.toString().strip());
                    type.setLength(0);
                    continue;
                }
                depth += words.kind() == TokenKind.OPENING_ROUND ? 1 : words.kind() == TokenKind.CLOSING_ROUND ? -1 : 0;
                type.append(words.takeText()).append(' ');
            }
            types.add(type.toString().strip());
            words.need(TokenKind.CLOSING_ROUND);
        }
        words.need("AS");
        String statement = words.rest();
        return consume(new SessionCommand.Prepare(name, types, statement));
    }

    private SessionCommand execute() {
        words.advance();
        String name = words.name();
        List<String> arguments = new ArrayList<>();
        if (words.take(TokenKind.OPENING_ROUND)) {
            StringBuilder argument = new StringBuilder();
            int depth = 0;
            while (depth > 0 || words.kind() != TokenKind.CLOSING_ROUND) {
                if (words.atEnd()) {
                    throw words.unexpected();
                }
                if (depth == 0 && words.kind() == TokenKind.COMMA) {
                    words.advance();
                    arguments.add(argument.toString().strip());
                    argument.setLength(0);
                    continue;
                }
                depth += switch (words.kind()) {
                    case OPENING_ROUND, OPENING_SQUARE -> 1;
                    case CLOSING_ROUND, CLOSING_SQUARE -> -1;
                    default -> 0;
                };
                argument.append(words.takeText()).append(' ');
            }
            if (!argument.isEmpty()) {
                arguments.add(argument.toString().strip());
            }
            words.need(TokenKind.CLOSING_ROUND);
        }
        return new SessionCommand.Execute(name, arguments);
    }
}
