package io.millrace.planner.analyze;

import io.millrace.sql.ast.Expr;
import java.util.List;

/** Puts an expression in the place of a name, in syntax. */
final class Substitution {
    private Substitution() {}

    /** The body of a lambda for given arguments. */
    static Expr replaceAll(Expr.Lambda lambda, List<Expr> arguments) {
        Expr body = lambda.body();
        for (int i = 0; i < arguments.size(); i++) {
            body = replace(body, lambda.parameters().get(i), arguments.get(i));
        }
        return body;
    }

    static Expr replace(Expr in, String name, Expr by) {
        return switch (in) {
            case Expr.Identifier identifier
            when identifier.parts().size() == 1 && identifier.shortName().equals(name) -> by;
            case Expr.FunctionCall call ->
                new Expr.FunctionCall(
                        call.position(),
                        call.name(),
                        call.parameters(),
                        call.arguments().stream().map(a -> replace(a, name, by)).toList(),
                        call.notation(),
                        call.nulls(),
                        call.over());
            case Expr.Alias alias ->
                new Expr.Alias(alias.position(), replace(alias.expression(), name, by), alias.name());
            case Expr.Lambda lambda
            when !lambda.parameters().contains(name) ->
                new Expr.Lambda(lambda.position(), lambda.parameters(), replace(lambda.body(), name, by));
            default -> in;
        };
    }
}
