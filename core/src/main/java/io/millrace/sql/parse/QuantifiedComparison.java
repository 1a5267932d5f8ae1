package io.millrace.sql.parse;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.Expr.FunctionCall;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Position;
import io.millrace.sql.ast.Query;
import java.util.List;
import java.util.Optional;

/** Rewrites {@code a > ALL (SELECT ..)} and its kin into what ClickHouse makes of them: IN, or a comparison with an extreme. */
final class QuantifiedComparison {
    private QuantifiedComparison() {}

    static Expr of(Expr left, String comparison, boolean all, Expr subquery) {
        Position position = left.position();
        return switch (comparison) {
            case "equals" ->
                all
                        ? extreme(left, "equals", "singleValueOrNull", subquery)
                        : FunctionCall.operator(position, "in", List.of(left, subquery));
            case "notEquals" ->
                all
                        ? FunctionCall.operator(position, "notIn", List.of(left, subquery))
                        : extreme(left, "notEquals", "singleValueOrNull", subquery);
            case "less", "lessOrEquals" -> extreme(left, comparison, all ? "min" : "max", subquery);
            default -> extreme(left, comparison, all ? "max" : "min", subquery);
        };
    }

    private static Expr extreme(Expr left, String comparison, String aggregate, Expr subquery) {
        Position position = subquery.position();
        Expr.Asterisk all = new Expr.Asterisk(position, Optional.empty(), List.of());
        Query query = ((Expr.Subquery) subquery).query();
        FromItem from = new FromItem.Derived(position, query, FromItem.Modifiers.NONE);
        Query.Select select = Query.Select.of(position, List.of(new FunctionCall(position, aggregate, List.of(all))))
                .over(from);
        return FunctionCall.operator(left.position(), comparison, List.of(left, new Expr.Subquery(position, select)));
    }
}
