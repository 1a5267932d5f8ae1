package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** One element of the bracketed list of CREATE TABLE. Immutable. */
public sealed interface TableElement {

    /**
     * A column.
     *
     * @param type the type's canonical text; empty when it follows from the default expression
     * @param nullable {@code NULL} or {@code NOT NULL} behind the type
     * @param codec a call named CODEC whose arguments are the codecs
     */
    record Column(
            Position position,
            String name,
            Optional<String> type,
            NullModifier nullable,
            ColumnDefault defaultValue,
            Optional<String> comment,
            Optional<Expr> codec,
            List<Expr> statistics,
            Optional<Expr> ttl,
            Optional<Expr> collation,
            List<SettingChange> settings)
            implements TableElement {
        public Column {
            statistics = List.copyOf(statistics);
            settings = List.copyOf(settings);
        }
    }

    /** What was written about NULL behind a column's type. */
    enum NullModifier {
        UNSPECIFIED,
        NULL,
        NOT_NULL
    }

    /** How a column gets a value that was not given. */
    record ColumnDefault(DefaultKind kind, Optional<Expr> expression) {
        public static final ColumnDefault NONE = new ColumnDefault(DefaultKind.NONE, Optional.empty());
    }

    /** The kinds of a column's default. EPHEMERAL may stand without an expression; AUTO_INCREMENT always does. */
    enum DefaultKind {
        NONE,
        DEFAULT,
        MATERIALIZED,
        ALIAS,
        EPHEMERAL,
        AUTO_INCREMENT
    }

    /** {@code INDEX name expression TYPE type GRANULARITY n}. */
    record Index(Position position, String name, Expr expression, Optional<Expr> type, Optional<Long> granularity)
            implements TableElement {}

    /** {@code CONSTRAINT name CHECK expression}, or ASSUME. */
    record Constraint(Position position, String name, boolean assume, Expr expression) implements TableElement {}

    /** {@code PROJECTION name (SELECT .. GROUP BY .. ORDER BY ..)}. */
    record Projection(Position position, String name, Query query, List<SettingChange> settings)
            implements TableElement {
        public Projection {
            settings = List.copyOf(settings);
        }
    }

    /** The columns among elements, in order. */
    static List<Column> columns(List<TableElement> elements) {
        return elements.stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .toList();
    }
}
