package io.millrace.planner.rule;

import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
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
        List<Integer> kept =
                new ArrayList<>(IntStream.range(0, keys.size()).boxed().toList());
        for (int key = 0; key < keys.size(); key++) {
            List<Integer> others = new ArrayList<>(kept);
            others.remove(Integer.valueOf(key)); // the value, not the index
            boolean computed = !(keys.get(key) instanceof Expression.Input);
            if (computed
                    && !others.isEmpty()
                    && over(keys.get(key), keys, others, spec.output()).isPresent()) {
                kept = others;
            }
        }
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
        return new Plan.Project(new Plan.Aggregate(project, fewer), results(spec, keys, kept), spec.output());
    }

    private static List<Expression> results(AggregateSpec spec, List<Expression> keys, List<Integer> kept) {
        Header output = spec.output();
        List<Expression> results = new ArrayList<>();
        for (Expression key : keys) {
            results.add(over(key, keys, kept, output).orElseThrow());
        }
        for (int call = 0; call < spec.calls().size(); call++) {
            int column = keys.size() + call;
            results.add(new Expression.Input(kept.size() + call, output.name(column), output.type(column)));
        }
        return results;
    }

    /** An expression over the rows as one over the kept keys; empty if it needs something else. */
    private static Optional<Expression> over(
            Expression expression, List<Expression> keys, List<Integer> kept, Header output) {
        for (int i = 0; i < kept.size(); i++) {
            int key = kept.get(i);
            if (keys.get(key).equals(expression)) {
                return Optional.of(new Expression.Input(i, output.name(key), output.type(key)));
            }
        }
        return switch (expression) {
            case Expression.Constant constant -> Optional.of(constant);
            case Expression.Call call
            when call.deterministic() -> {
                List<Expression> arguments = new ArrayList<>();
                for (Expression argument : call.arguments()) {
                    over(argument, keys, kept, output).ifPresent(arguments::add);
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
