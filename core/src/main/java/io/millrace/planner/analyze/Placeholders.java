package io.millrace.planner.analyze;

import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Stand-ins for what is computed by a step of its own: aggregates, window functions, arrayJoin. While a SELECT is bound they are inputs with
 * indexes above all real ones; assembling the plan replaces them by the columns that the steps deliver.
 */
final class Placeholders {
    static final int AGGREGATES = 1 << 20;
    static final int WINDOWS = 2 << 20;
    static final int ARRAY_JOINS = 3 << 20;
    private static final int SPAN = 1 << 20;

    private Placeholders() {}

    static boolean isAggregate(Expression.Input input) {
        return isOf(input, AGGREGATES);
    }

    static boolean isArrayJoin(Expression.Input input) {
        return isOf(input, ARRAY_JOINS);
    }

    private static boolean isOf(Expression.Input input, int base) {
        return input.index() >= base && input.index() < base + SPAN;
    }

    /** Whether a stand-in of a kind is anywhere in an expression. */
    static boolean contains(Expression expression, int base) {
        return switch (expression) {
            case Expression.Input input -> isOf(input, base);
            case Expression.Constant constant -> false;
            case Expression.Call call -> call.arguments().stream().anyMatch(a -> contains(a, base));
            case Expression.Lambda lambda -> lambda.captured().stream().anyMatch(c -> contains(c, base));
            case Expression.InSet in -> contains(in.value(), base);
        };
    }

    /** Every input of an expression replaced by what {@code replacement} gives for it. */
    static Expression replaceInputs(Expression expression, Function<Expression.Input, Expression> replacement) {
        return switch (expression) {
            case Expression.Input input -> replacement.apply(input);
            case Expression.Constant constant -> constant;
            case Expression.Call call ->
                new Expression.Call(
                        call.function(), call.bound(), replaceAll(call.arguments(), replacement), call.deterministic());
            case Expression.Lambda lambda ->
                new Expression.Lambda(lambda.parameters(), replaceAll(lambda.captured(), replacement), lambda.body());
            case Expression.InSet in ->
                new Expression.InSet(replaceInputs(in.value(), replacement), in.set(), in.negated(), in.type());
        };
    }

    static List<Expression> replaceAll(
            List<Expression> expressions, Function<Expression.Input, Expression> replacement) {
        List<Expression> result = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            result.add(replaceInputs(expression, replacement));
        }
        return result;
    }
}
