package io.millrace.planner.analyze;

import io.millrace.expressions.tree.Expression;
import java.util.List;
import java.util.Set;

/**
 * Counting distinct values of {@code f(x)} counts those of x when f gives different values for different arguments: less work, and the numbers of
 * ClickHouse, which does the same ({@code optimize_injective_functions_inside_uniq}).
 */
final class Distincts {
    private static final Set<String> COUNTERS =
            Set.of("uniq", "uniqExact", "uniqHLL12", "uniqCombined", "uniqCombined64");
    private static final Set<String> INJECTIVE = Set.of("toString", "hex", "reverse", "negate", "bitNot");

    private Distincts() {}

    static List<Expression> simplified(String aggregate, List<Expression> arguments) {
        if (!COUNTERS.contains(aggregate)) {
            return arguments;
        }
        return arguments.stream().map(Distincts::inner).toList();
    }

    private static Expression inner(Expression argument) {
        boolean injective = argument instanceof Expression.Call call
                && INJECTIVE.contains(call.function())
                && call.arguments().size() == 1;
        return injective ? inner(((Expression.Call) argument).arguments().getFirst()) : argument;
    }
}
