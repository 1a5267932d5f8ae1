package io.millrace.sql.parse;

import io.millrace.sql.lexer.TokenKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses the name that may follow an expression or a table. */
final class AliasParser {
    /** Words that end an expression and so are no alias without AS. */
    private static final Set<String> NO_ALIAS = Set.of(
            "ALL",
            "AND",
            "ANTI",
            "ANY",
            "ARRAY",
            "AS",
            "ASC",
            "ASCENDING",
            "ASOF",
            "AT",
            "BETWEEN",
            "CROSS",
            "DESC",
            "DESCENDING",
            "DIV",
            "ELSE",
            "END",
            "EXCEPT",
            "FETCH",
            "FINAL",
            "FORMAT",
            "FROM",
            "FULL",
            "GLOBAL",
            "GROUP",
            "HAVING",
            "ILIKE",
            "IN",
            "INNER",
            "INTERSECT",
            "INTO",
            "IS",
            "JOIN",
            "LEFT",
            "LIKE",
            "LIMIT",
            "MOD",
            "NATURAL",
            "NOT",
            "NULLS",
            "OFFSET",
            "ON",
            "ONLY",
            "OR",
            "ORDER",
            "PARALLEL",
            "PASTE",
            "PREWHERE",
            "QUALIFY",
            "REGEXP",
            "RIGHT",
            "SAMPLE",
            "SELECT",
            "SEMI",
            "SETTINGS",
            "STREAM",
            "THEN",
            "UNION",
            "USING",
            "WHEN",
            "WHERE",
            "WINDOW",
            "WITH");

    private static final Set<String> NO_ALIAS_IN_POSTGRES =
            Set.of("COLLATE", "OPERATOR", "ESCAPE", "FOR", "WITHIN", "FILTER", "OVER");

    private final Grammar grammar;
    private final Cursor cursor;

    AliasParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Names apart from those that would be a clause. */
    Optional<String> take(boolean withoutAs) {
        if (cursor.takeKeyword("AS")) {
            return Optional.of(grammar.literals.needIdentifier());
        }
        cursor.expected("alias");
        if (!withoutAs) {
            return Optional.empty();
        }
        return switch (cursor.kind()) {
            case QUOTED_IDENTIFIER -> grammar.literals.takeIdentifier();
            case BARE_WORD ->
                NO_ALIAS.contains(cursor.tokenText().toUpperCase(Locale.ROOT))
                                || grammar.postgres
                                        && NO_ALIAS_IN_POSTGRES.contains(
                                                cursor.tokenText().toUpperCase(Locale.ROOT))
                                || cursor.looksAt("COMMENT") && cursor.kindAt(1) == TokenKind.STRING
                        ? Optional.empty()
                        : grammar.literals.takeIdentifier();
            default -> Optional.empty();
        };
    }
}
