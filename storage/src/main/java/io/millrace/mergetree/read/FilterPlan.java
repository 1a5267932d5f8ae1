package io.millrace.mergetree.read;

import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.evaluate.FilterProgram;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;

/**
 * A filter cut into stages: each tests the rows that the ones before have left, and only then are the columns of the next stage read. Conditions on small
 * columns come first; those that may fail come last. Immutable.
 */
record FilterPlan(List<Stage> stages) {
    /**
     * A condition and the columns it adds.
     *
     * @param byValue whether it reads nothing but one new column and answers the same for the same value
     */
    record Stage(List<Integer> newColumns, FilterProgram program, boolean byValue) {
        static Stage of(Expression condition, Set<Integer> newColumns) {
            boolean byValue = newColumns.size() == 1
                    && ExpressionProgram.inputsOf(condition).equals(newColumns)
                    && isDeterministic(condition);
            return new Stage(List.copyOf(newColumns), FilterProgram.compile(condition), byValue);
        }
    }

    static FilterPlan of(Expression filter, IntToLongFunction columnBytes) {
        List<Expression> conjuncts = new ArrayList<>();
        collect(filter, conjuncts);
        List<Expression> safe =
                new ArrayList<>(conjuncts.stream().filter(c -> !mayFail(c)).toList());
        List<Expression> risky = conjuncts.stream().filter(FilterPlan::mayFail).toList();
        List<Stage> stages = new ArrayList<>();
        Set<Integer> known = new TreeSet<>();
        while (!safe.isEmpty()) {
            Expression next = cheapest(safe, known, columnBytes);
            Set<Integer> wanted = new TreeSet<>(ExpressionProgram.inputsOf(next));
            wanted.removeAll(known);
            known.addAll(wanted);
            // conditions that need nothing more are tested together with this one
            for (Expression together : List.copyOf(safe)) {
                if (known.containsAll(ExpressionProgram.inputsOf(together))) {
                    stages.add(Stage.of(together, wanted));
                    wanted = Set.of();
                    safe.remove(together);
                }
            }
        }
        for (Expression condition : risky) {
            Set<Integer> wanted = new TreeSet<>(ExpressionProgram.inputsOf(condition));
            wanted.removeAll(known);
            known.addAll(wanted);
            stages.add(Stage.of(condition, wanted));
        }
        return new FilterPlan(List.copyOf(stages));
    }

    private static void collect(Expression expression, List<Expression> conjuncts) {
        if (expression instanceof Expression.Call call && call.function().equals("and")) {
            call.arguments().forEach(a -> collect(a, conjuncts));
        } else {
            conjuncts.add(expression);
        }
    }

    private static Expression cheapest(List<Expression> conjuncts, Set<Integer> known, IntToLongFunction columnBytes) {
        Expression best = conjuncts.getFirst();
        long least = Long.MAX_VALUE;
        for (Expression conjunct : conjuncts) {
            long bytes = ExpressionProgram.inputsOf(conjunct).stream()
                    .filter(i -> !known.contains(i))
                    .mapToLong(columnBytes::applyAsLong)
                    .sum();
            if (bytes < least) {
                least = bytes;
                best = conjunct;
            }
        }
        return best;
    }

    private static boolean mayFail(Expression expression) {
        return switch (expression) {
            case Expression.Input i -> false;
            case Expression.Constant c -> false;
            case Expression.Call call ->
                call.bound().mayFail() || call.arguments().stream().anyMatch(FilterPlan::mayFail);
            case Expression.Lambda lambda -> mayFail(lambda.body());
            case Expression.InSet in -> mayFail(in.value());
        };
    }

    private static boolean isDeterministic(Expression expression) {
        return switch (expression) {
            case Expression.Input i -> true;
            case Expression.Constant c -> true;
            case Expression.Call call ->
                call.deterministic() && call.arguments().stream().allMatch(FilterPlan::isDeterministic);
            case Expression.Lambda lambda -> isDeterministic(lambda.body());
            case Expression.InSet in -> isDeterministic(in.value());
        };
    }
}
