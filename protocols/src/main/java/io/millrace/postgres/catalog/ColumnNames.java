package io.millrace.postgres.catalog;

import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.Query;
import java.util.Map;

/** The names of result columns as PostgreSQL chooses them: of functions and casts, and {@code ?column?} where nothing fits. */
public final class ColumnNames {
    private ColumnNames() {}

    /** The name of a column that an expression without an alias gets. */
    public static String of(Expr expr) {
        return switch (expr) {
            case Expr.Alias alias -> alias.name();
            case Expr.Identifier name -> name.shortName();
            case Expr.FunctionCall call -> callName(call);
            case Expr.Subquery subquery ->
                subquery.query() instanceof Query.Select s && !s.columns().isEmpty()
                        ? of(s.columns().getFirst())
                        : "?column?";
            case Expr.Literal(var p, LiteralValue.BoolValue b) -> "bool";
            default -> "?column?";
        };
    }

    private static final Map<String, String> CALL_NAMES = Map.of(
            "multiIf", "case", "caseWithExpression", "case", "arrayOf", "array", "array", "array", "tuple", "row");

    private static String callName(Expr.FunctionCall call) {
        if (call.name().equalsIgnoreCase("cast")) {
            Expr operand = call.arguments().getFirst();
            String inner = of(operand);
            String type =
                    call.arguments().get(1) instanceof Expr.Literal(var p, LiteralValue.StringValue s) ? s.text() : "";
            return inner.equals("?column?") ? type.replace("\"", "").split("\\(")[0] : inner;
        }
        if (call.name().equals("tupleElement")
                && call.arguments().get(1) instanceof Expr.Literal(var p, LiteralValue.StringValue s)) {
            return s.text();
        }
        if (call.name().equals("arrayElement")) {
            return of(call.arguments().getFirst());
        }
        if (call.notation() == Expr.Notation.OPERATOR && !CALL_NAMES.containsKey(call.name())) {
            return "?column?";
        }
        String name = CALL_NAMES.getOrDefault(call.name(), call.name());
        int dot = name.lastIndexOf('.');
        return name.substring(dot + 1);
    }
}
