package io.millrace.postgres;

import io.millrace.sql.lexer.TokenKind;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Reads SET, SHOW and RESET. */
final class VariableGrammar {
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
    private final TransactionGrammar transactions;

    VariableGrammar(Words words, Variables variables) {
        this.words = words;
        this.variables = variables;
        this.transactions = new TransactionGrammar(words);
    }

    /** {@code SET}; empty when it sets what only ClickHouse has. */
    Optional<SessionCommand> set() {
        words.advance();
        if (words.take("SESSION CHARACTERISTICS AS TRANSACTION")) {
            return Optional.of(new SessionCommand.Characteristics(transactions.modes(), true));
        }
        if (words.take("TRANSACTION")) {
            return Optional.of(new SessionCommand.Characteristics(transactions.modes(), false));
        }
        if (words.take("SESSION AUTHORIZATION")) {
            return Optional.of(words.consumed(new SessionCommand.Nothing("SET")));
        }
        if (words.take("CONSTRAINTS")) {
            return Optional.of(words.consumed(new SessionCommand.Nothing("SET CONSTRAINTS")));
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
            return Optional.of(new SessionCommand.Assign("search_path", Optional.of(element()), local));
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
        boolean path = name.toString().equalsIgnoreCase("search_path");
        StringJoiner list = new StringJoiner(", ");
        do {
            list.add(path ? element() : value());
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

    /** A schema of a search path, in quotes where it needs them. */
    private String element() {
        boolean quoted = words.atString() || words.kind() == TokenKind.QUOTED_IDENTIFIER;
        String name = words.kind() == TokenKind.QUOTED_IDENTIFIER ? words.objectName() : value();
        boolean plain =
                !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '_' || c >= '0' && c <= '9');
        return quoted && !plain ? "\"" + name.replace("\"", "\"\"") + "\"" : name;
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

    /** {@code SHOW}; empty when it shows what only ClickHouse has. */
    Optional<SessionCommand> show() {
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

    SessionCommand reset() {
        words.advance();
        if (words.take("ALL")) {
            return new SessionCommand.Reset(Optional.empty());
        }
        if (words.take("SESSION AUTHORIZATION") || words.take("ROLE")) {
            return new SessionCommand.Nothing("RESET");
        }
        return new SessionCommand.Reset(Optional.of(words.take("TIME ZONE") ? "TimeZone" : words.objectName()));
    }
}
