package io.millrace.planner.scope;

import io.millrace.expressions.tree.Expression;
import java.util.List;

/**
 * A column that names in a query may mean.
 *
 * @param qualifiers names it may be qualified by, as dotted texts: {@code t}, {@code db.t}; empty for columns of none
 * @param name its own name
 * @param expression how to get it from the relation's plan: an input for stored columns, an expression for ALIAS columns
 * @param ordinary whether {@code *} shows it
 */
public record ScopeColumn(List<String> qualifiers, String name, Expression expression, boolean ordinary) {
    public ScopeColumn {
        qualifiers = List.copyOf(qualifiers);
    }

    boolean isQualifiedBy(String qualifier) {
        return qualifiers.contains(qualifier);
    }
}
