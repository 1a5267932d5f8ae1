package io.millrace.mergetree.merge;

import io.millrace.expressions.tree.Expression;
import java.util.List;

/** Moves expressions from one block to another that has fewer columns. */
final class Rebinding {
    private Rebinding() {}

    /** The expression with input {@code columns.get(i)} as input i. */
    static Expression toPositions(Expression expression, List<Integer> columns) {
        return switch (expression) {
            case Expression.Input input ->
                new Expression.Input(columns.indexOf(input.index()), input.name(), input.type());
            case Expression.Constant constant -> constant;
            case Expression.Call call ->
                new Expression.Call(
                        call.function(),
                        call.bound(),
                        call.arguments().stream()
                                .map(a -> toPositions(a, columns))
                                .toList(),
                        call.deterministic());
            case Expression.Lambda lambda ->
                new Expression.Lambda(
                        lambda.parameters(),
                        lambda.captured().stream()
                                .map(c -> toPositions(c, columns))
                                .toList(),
                        lambda.body());
            case Expression.InSet in ->
                new Expression.InSet(toPositions(in.value(), columns), in.set(), in.negated(), in.type());
        };
    }
}
