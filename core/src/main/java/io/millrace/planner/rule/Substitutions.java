package io.millrace.planner.rule;

import io.millrace.expressions.tree.Expression;
import java.util.List;
import java.util.function.Function;

/** Expressions with their inputs replaced. */
final class Substitutions {
    private Substitutions() {}

    /** Input i replaced by {@code replacements.get(i)}. */
    static Expression inputs(Expression expression, List<Expression> replacements) {
        return map(expression, i -> replacements.get(i.index()));
    }

    static Expression shift(Expression expression, int by) {
        return map(expression, i -> new Expression.Input(i.index() + by, i.name(), i.type()));
    }

    /** Input i renumbered to {@code positions[i]}. */
    static Expression renumber(Expression expression, int[] positions) {
        return map(expression, i -> new Expression.Input(positions[i.index()], i.name(), i.type()));
    }

    private static Expression map(Expression expression, Function<Expression.Input, Expression> replacement) {
        return switch (expression) {
            case Expression.Input input -> replacement.apply(input);
            case Expression.Constant constant -> constant;
            case Expression.Call call ->
                new Expression.Call(
                        call.function(), call.bound(), all(call.arguments(), replacement), call.deterministic());
            case Expression.Lambda lambda ->
                new Expression.Lambda(lambda.parameters(), all(lambda.captured(), replacement), lambda.body());
            case Expression.InSet in ->
                new Expression.InSet(map(in.value(), replacement), in.set(), in.negated(), in.type());
        };
    }

    private static List<Expression> all(List<Expression> list, Function<Expression.Input, Expression> replacement) {
        return list.stream().map(e -> map(e, replacement)).toList();
    }
}
