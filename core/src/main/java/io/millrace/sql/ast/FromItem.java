package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/** What stands behind FROM: a table expression, or a tree of joins over them. Immutable. */
public sealed interface FromItem {
    Position position();

    /** {@code db.t AS alias FINAL SAMPLE 1/10 OFFSET 1/2}. A name may also mean a query of WITH. */
    record Table(TableName name, Modifiers modifiers) implements FromItem {
        @Override
        public Position position() {
            return name.position();
        }
    }

    /** {@code numbers(10) AS alias}. The arguments may be any expressions, also subqueries and {@code name = value}. */
    record TableFunction(
            Position position, String name, List<Expr> arguments, List<SettingChange> settings, Modifiers modifiers)
            implements FromItem {
        public TableFunction {
            arguments = List.copyOf(arguments);
            settings = List.copyOf(settings);
        }
    }

    /** {@code (SELECT ..) AS alias}. */
    record Derived(Position position, Query query, Modifiers modifiers) implements FromItem {}

    /** {@code left ANY LEFT JOIN right ON ..}; the comma is a {@link JoinKind#COMMA} join. */
    record Join(
            Position position,
            FromItem left,
            FromItem right,
            JoinKind kind,
            Strictness strictness,
            Locality locality,
            JoinCondition condition)
            implements FromItem {}

    /** {@code input LEFT ARRAY JOIN expressions}; without FROM the input is empty ({@code system.one}). */
    record ArrayJoin(Position position, Optional<FromItem> input, boolean left, List<Expr> expressions)
            implements FromItem {
        public ArrayJoin {
            expressions = List.copyOf(expressions);
        }
    }

    /** What may follow any table expression. {@code columnAliases}: {@code AS t(a, b)}. */
    record Modifiers(Optional<String> alias, List<String> columnAliases, boolean isFinal, Optional<Sample> sample) {
        public static final Modifiers NONE = new Modifiers(Optional.empty(), List.of(), false, Optional.empty());

        public Modifiers {
            columnAliases = List.copyOf(columnAliases);
        }
    }

    /** {@code SAMPLE ratio OFFSET ratio}; a ratio is a fraction, or a number of rows when it is above 1. */
    record Sample(Expr ratio, Optional<Expr> offset) {}

    /** Which unmatched rows a join keeps. */
    enum JoinKind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS,
        COMMA,
        PASTE
    }

    /** How many matches a join takes; {@code DEFAULT} is decided by the setting {@code join_default_strictness}. */
    enum Strictness {
        DEFAULT,
        ALL,
        ANY,
        SEMI,
        ANTI,
        ASOF
    }

    /** {@code GLOBAL} or {@code LOCAL}; only matters where there are several servers. */
    enum Locality {
        UNSPECIFIED,
        GLOBAL,
        LOCAL
    }

    /** What a join compares. */
    sealed interface JoinCondition {}

    /** CROSS, PASTE and comma joins have none. */
    record NoCondition() implements JoinCondition {}

    /** {@code ON expression}. */
    record On(Expr expression) implements JoinCondition {}

    /** {@code USING (a, b)}. */
    record Using(List<Expr> columns) implements JoinCondition {
        public Using {
            columns = List.copyOf(columns);
        }
    }

    /** {@code NATURAL JOIN}: using all columns of the same name. */
    record Natural() implements JoinCondition {}
}
