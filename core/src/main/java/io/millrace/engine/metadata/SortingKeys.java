package io.millrace.engine.metadata;

import io.millrace.sql.ast.CreateStatement;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Position;
import io.millrace.sql.print.ColumnNames;
import java.util.List;

/** The key of ORDER BY as definitions hold it and as one expression. */
public final class SortingKeys {
    private SortingKeys() {}

    /** A key as ORDER BY: one expression, or a tuple of them. */
    public static CreateStatement.OrderKey orderKey(Expr key) {
        List<Expr> expressions = DefinitionBinder.flattened(key);
        return expressions.size() == 1
                ? new CreateStatement.OrderKey(List.of(OrderElement.ascending(key)), false)
                : new CreateStatement.OrderKey(
                        expressions.stream().map(OrderElement::ascending).toList(), true);
    }

    /** The key of ORDER BY as PRIMARY KEY. */
    public static Expr keyOf(CreateStatement.OrderKey key) {
        List<Expr> expressions =
                key.elements().stream().map(OrderElement::expression).toList();
        return expressions.size() == 1 && !key.tuple()
                ? expressions.getFirst()
                : Expr.FunctionCall.operator(Position.NONE, "tuple", expressions);
    }

    /** The names of a key's expressions. */
    public static List<String> texts(CreateStatement.OrderKey key) {
        return key.elements().stream()
                .map(OrderElement::expression)
                .map(ColumnNames::of)
                .toList();
    }
}
