package io.millrace.planner.analyze;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.FromItem;
import io.millrace.sql.ast.Query;

/** Finds out whether a query of WITH RECURSIVE reads itself. */
final class RecursiveQueries {
    private RecursiveQueries() {}

    static boolean refersTo(Query query, String name) {
        return switch (query) {
            case Query.Combined combined -> combined.queries().stream().anyMatch(q -> refersTo(q, name));
            case Query.Select select ->
                select.from().filter(f -> refersTo(f, name)).isPresent()
                        || select.where().filter(w -> refersTo(w, name)).isPresent();
        };
    }

    private static boolean refersTo(FromItem item, String name) {
        return switch (item) {
            case FromItem.Table table ->
                table.name().database().isEmpty() && table.name().table().equals(name);
            case FromItem.Derived derived -> refersTo(derived.query(), name);
            case FromItem.Join join -> refersTo(join.left(), name) || refersTo(join.right(), name);
            case FromItem.ArrayJoin array ->
                array.input().filter(i -> refersTo(i, name)).isPresent();
            case FromItem.TableFunction function -> false;
        };
    }

    private static boolean refersTo(Expr expr, String name) {
        return switch (expr) {
            case Expr.Subquery subquery -> refersTo(subquery.query(), name);
            case Expr.FunctionCall call -> call.arguments().stream().anyMatch(a -> refersTo(a, name));
            case Expr.Alias alias -> refersTo(alias.expression(), name);
            default -> false;
        };
    }
}
