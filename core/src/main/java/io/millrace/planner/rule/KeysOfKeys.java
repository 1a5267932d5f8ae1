package io.millrace.planner.rule;

import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Groups only by the keys that matter: a key that is constant or a function of other keys makes no more groups and is computed per group afterwards,
 * as in {@code GROUP BY x, x - 1, 'a'}.
 */
final class KeysOfKeys implements Rule {
    @Override
    public String name() {
        return "optimize_group_by_function_keys";
    }

    @Override
    public Plan apply(Plan plan) {
        Plan node = plan.mapInputs(this::apply);
        return node instanceof Plan.Aggregate aggregate
                        && aggregate.input() instanceof Plan.Project project
                        && aggregate.spec().sets().size() == 1
                        && !aggregate.spec().totals()
                        && aggregate.spec().sets().getFirst().size()
                                == aggregate.spec().keys().size()
                ? rewritten(aggregate, project)
                : node;
    }

    private static Plan rewritten(Plan.Aggregate aggregate, Plan.Project project) {
        AggregateSpec spec = aggregate.spec();
        List<Expression> keys =
                spec.keys().stream().map(k -> project.expressions().get(k)).toList();
        Map<Expression, Expression> columns = new LinkedHashMap<>();
        keys.forEach(key -> columns.put(key, key));
        for (Expression key : keys) {
            boolean computed = !(key instanceof Expression.Input);
            if (computed && columns.size() > 1) {
                columns.remove(key);
                if (over(key, columns).isEmpty()) {
                    columns.put(key, key);
                }
            }
        }
        List<Integer> kept = IntStream.range(0, keys.size())
                .filter(key -> columns.containsKey(keys.get(key)))
                .boxed()
                .toList();
        if (kept.size() == keys.size()) {
            return aggregate;
        }
        AggregateSpec fewer = new AggregateSpec(
                spec.input(),
                kept.stream().map(spec.keys()::get).toList(),
                spec.calls(),
                List.of(IntStream.range(0, kept.size()).boxed().toList()),
                false,
                Optional.empty(),
                spec.emptyResult(),
                spec.maxRowsToGroup());
        Header output = spec.output();
        List<Expression> results = new ArrayList<>();
        for (int column = 0; column < kept.size(); column++) {
            int key = kept.get(column);
            columns.put(keys.get(key), new Expression.Input(column, output.name(key), output.type(key)));
        }
        keys.forEach(key -> results.add(over(key, columns).orElseThrow()));
        for (int call = 0; call < spec.calls().size(); call++) {
            int column = keys.size() + call;
            results.add(new Expression.Input(kept.size() + call, output.name(column), output.type(column)));
        }
        return new Plan.Project(new Plan.Aggregate(project, fewer), results, output);
    }

    /** An expression over the rows as one over the columns of kept keys; empty if it needs something else. */
    private static Optional<Expression> over(Expression expression, Map<Expression, Expression> columns) {
        Expression column = columns.get(expression);
        if (column != null) {
            return Optional.of(column);
        }
        return switch (expression) {
            case Expression.Constant constant -> Optional.of(constant);
            case Expression.Call call
            when call.deterministic() -> {
                List<Expression> arguments = new ArrayList<>();
                for (Expression argument : call.arguments()) {
                    over(argument, columns).ifPresent(arguments::add);
                }
                yield arguments.size() == call.arguments().size()
                        ? Optional.of(new Expression.Call(call.function(), call.bound(), arguments, true))
                        : Optional.empty();
            }
            case Expression.Call call -> Optional.empty();
            case Expression.Input input -> Optional.empty();
            case Expression.Lambda lambda -> Optional.empty();
            case Expression.InSet in -> Optional.empty();
        };
    }
}
