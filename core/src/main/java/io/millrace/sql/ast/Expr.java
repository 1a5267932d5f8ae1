package io.millrace.sql.ast;

import java.util.List;
import java.util.Optional;

/**
 * An expression as written. Operators and special forms are {@link FunctionCall}s under ClickHouse's function names:
 * {@code a + 1} is {@code plus(a, 1)}, {@code x::T} is {@code CAST(x, 'T')}, {@code INTERVAL 1 DAY} is
 * {@code toIntervalDay(1)}. Immutable.
 */
public sealed interface Expr {
    /** Where the expression begins; for an infix operator, where its left side begins. */
    Position position();

    /** A constant. {@code [1, 2]} and {@code (1, 2)} of literals only are literals too. */
    record Literal(Position position, LiteralValue value) implements Expr {}

    /** A name, possibly compound: {@code a}, {@code t.a}, {@code db.t.a.b}. Never empty. */
    record Identifier(Position position, List<String> parts) implements Expr {
        public Identifier {
            parts = List.copyOf(parts);
        }

        /** The parts joined by dots, unquoted: ClickHouse's own spelling of the name. */
        public String fullName() {
            return parts.size() == 1 ? parts.getFirst() : String.join(".", parts);
        }

        /** The last part. */
        public String shortName() {
            return parts.getLast();
        }
    }

    /** {@code *} or {@code t.*}, with transformers applied in the order written. */
    record Asterisk(Position position, Optional<Identifier> qualifier, List<ColumnTransformer> transformers)
            implements Expr {
        public Asterisk {
            transformers = List.copyOf(transformers);
        }
    }

    /** {@code COLUMNS('pattern')} or {@code t.COLUMNS('pattern')}. */
    record ColumnsByPattern(
            Position position, Optional<Identifier> qualifier, String pattern, List<ColumnTransformer> transformers)
            implements Expr {
        public ColumnsByPattern {
            transformers = List.copyOf(transformers);
        }
    }

    /** {@code COLUMNS(a, b)} or {@code t.COLUMNS(a, b)}. */
    record ColumnsByList(
            Position position,
            Optional<Identifier> qualifier,
            List<Identifier> columns,
            List<ColumnTransformer> transformers)
            implements Expr {
        public ColumnsByList {
            columns = List.copyOf(columns);
            transformers = List.copyOf(transformers);
        }
    }

    /**
     * A call: {@code name(parameters)(arguments)}, possibly over a window.
     *
     * <p>{@code count(DISTINCT x)} is {@code countDistinct(x)} and {@code sum(x) FILTER (WHERE c)} is
     * {@code sumIf(x, c)}, as in ClickHouse. {@code notation} only tells the printer how it was written.
     */
    record FunctionCall(
            Position position,
            String name,
            List<Expr> parameters,
            List<Expr> arguments,
            Notation notation,
            NullsAction nulls,
            Optional<Window> over)
            implements Expr {
        public FunctionCall {
            parameters = List.copyOf(parameters);
            arguments = List.copyOf(arguments);
        }

        public FunctionCall(Position position, String name, List<Expr> arguments) {
            this(position, name, List.of(), arguments, Notation.CALL, NullsAction.NONE, Optional.empty());
        }

        public static FunctionCall operator(Position position, String name, List<Expr> arguments) {
            return new FunctionCall(
                    position, name, List.of(), arguments, Notation.OPERATOR, NullsAction.NONE, Optional.empty());
        }
    }

    /** How a call was written: {@code plus(a, b)} or {@code a + b}. */
    enum Notation {
        CALL,
        OPERATOR
    }

    /** {@code RESPECT NULLS} or {@code IGNORE NULLS} behind an aggregate function. */
    enum NullsAction {
        NONE,
        RESPECT,
        IGNORE
    }

    /** {@code (x, y) -> body}. */
    record Lambda(Position position, List<String> parameters, Expr body) implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
        }
    }

    /** A query in brackets, as a scalar, as the right side of IN or as the argument of exists. */
    record Subquery(Position position, Query query) implements Expr {}

    /** {@code {name:Type}}, replaced by a value of the request. Parameters of type Identifier are replaced while parsing. */
    record QueryParameter(Position position, String name, String type) implements Expr {}

    /** {@code expression AS name}. */
    record Alias(Position position, Expr expression, String name) implements Expr {}
}
