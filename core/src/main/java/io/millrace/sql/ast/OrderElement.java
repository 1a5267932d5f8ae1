package io.millrace.sql.ast;

import java.util.Optional;

/** One element of ORDER BY. Immutable. */
public record OrderElement(
        Expr expression, boolean descending, Nulls nulls, Optional<Expr> collation, Optional<Fill> fill) {

    /** Where NULL and NaN go; {@code DEFAULT} is last in both directions, as in ClickHouse. */
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    /** {@code WITH FILL FROM .. TO .. STEP .. STALENESS ..}. */
    public record Fill(Optional<Expr> from, Optional<Expr> to, Optional<Expr> step, Optional<Expr> staleness) {}

    /** {@code expression ASC} and nothing else. */
    public static OrderElement ascending(Expr expression) {
        return new OrderElement(expression, false, Nulls.DEFAULT, Optional.empty(), Optional.empty());
    }
}
