package io.millrace.planner.rule;

import io.millrace.data.type.Types;
import io.millrace.expressions.evaluate.ExpressionProgram;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.join.JoinSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves conditions as near to the tables as they can go: through projections, joins, unions and groupings, into scans. */
final class PushFilters implements Rule {
    private static final int MANY = 64;

    @Override
    public String name() {
        return "query_plan_filter_push_down";
    }

    @Override
    public Plan apply(Plan plan) {
        Plan node = plan.mapInputs(this::apply);
        if (!(node instanceof Plan.Filter filter)) {
            return node;
        }
        Plan input = filter.input();
        List<Expression> left = new ArrayList<>();
        for (Expression conjunct : grouped(Conjunctions.split(filter.condition()))) {
            Optional<Plan> pushed = conjunct.isRepeatable() ? push(input, conjunct) : Optional.empty();
            input = pushed.orElse(input);
            if (pushed.isEmpty()) {
                left.add(conjunct);
            }
        }
        Plan rest = input;
        return Conjunctions.join(left).<Plan>map(c -> new Plan.Filter(rest, c)).orElse(rest);
    }

    /** Of very many conditions those that read the same columns move together: each move costs in proportion to what was moved before. */
    private static List<Expression> grouped(List<Expression> conjuncts) {
        if (conjuncts.size() <= MANY) {
            return conjuncts;
        }
        Map<Set<Integer>, List<Expression>> byInputs = new LinkedHashMap<>();
        List<Expression> result = new ArrayList<>();
        for (Expression conjunct : conjuncts) {
            if (conjunct.isRepeatable()) {
                byInputs.computeIfAbsent(ExpressionProgram.inputsOf(conjunct), i -> new ArrayList<>())
                        .add(conjunct);
            } else {
                result.add(conjunct);
            }
        }
        byInputs.values().forEach(group -> result.add(Conjunctions.join(group).orElseThrow()));
        return result;
    }

    /** The node with the condition somewhere below; empty if it has to stay above. */
    private Optional<Plan> push(Plan node, Expression condition) {
        return switch (node) {
            case Plan.Scan scan -> Optional.of(intoScan(scan, condition));
            case Plan.Filter filter ->
                Optional.of(push(filter.input(), condition)
                        .<Plan>map(i -> new Plan.Filter(i, filter.condition()))
                        .orElseGet(() ->
                                new Plan.Filter(filter.input(), Conjunctions.and(filter.condition(), condition))));
            case Plan.Project project -> throughProject(project, condition);
            case Plan.Join join -> intoJoin(join, condition);
            case Plan.Union union -> {
                List<Plan> inputs = union.inputs().stream()
                        .map(i -> pushOrFilter(i, condition))
                        .toList();
                yield Optional.of(union.withInputs(inputs));
            }
            case Plan.Sort sort
            when sort.limit().isEmpty() -> Optional.of(sort.over(pushOrFilter(sort.input(), condition)));
            case Plan.Distinct distinct
            when readsOnly(condition, new HashSet<>(distinct.columns())) ->
                Optional.of(distinct.over(pushOrFilter(distinct.input(), condition)));
            case Plan.Aggregate aggregate -> throughAggregate(aggregate, condition);
            case Plan.ArrayJoin join
            when !join.left() && readsNone(condition, join.columns()) ->
                Optional.of(join.withInputs(List.of(pushOrFilter(join.input(), condition))));
            case Plan.Window window -> throughWindow(window, condition);
            case Plan.Values v -> Optional.empty();
            case Plan.Distinct d -> Optional.empty();
            case Plan.Sort s -> Optional.empty();
            case Plan.Limit l -> Optional.empty();
            case Plan.Tail t -> Optional.empty();
            case Plan.LimitBy l -> Optional.empty();
            case Plan.ArrayJoin a -> Optional.empty();
            case Plan.SetOperation s -> Optional.empty();
            case Plan.Fill f -> Optional.empty();
            case Plan.Recursive r -> Optional.empty();
        };
    }

    private Plan pushOrFilter(Plan node, Expression condition) {
        return push(node, condition).orElseGet(() -> new Plan.Filter(node, condition));
    }

    private static Plan intoScan(Plan.Scan scan, Expression condition) {
        if (scan.finalRows()) {
            return new Plan.Filter(scan, condition);
        }
        Expression all = scan.filter().map(f -> Conjunctions.and(f, condition)).orElse(condition);
        return new Plan.Scan(scan.table(), scan.header(), Optional.of(all), scan.finalRows(), scan.limit());
    }

    private Optional<Plan> throughProject(Plan.Project project, Expression condition) {
        Expression below = Substitutions.inputs(condition, project.expressions());
        if (!below.isRepeatable()) {
            return Optional.empty();
        }
        return Optional.of(
                new Plan.Project(pushOrFilter(project.input(), below), project.expressions(), project.header()));
    }

    private Optional<Plan> throughAggregate(Plan.Aggregate aggregate, Expression condition) {
        boolean plainGroups = aggregate.spec().sets().size() == 1
                && !aggregate.spec().totals()
                && !aggregate.spec().keys().isEmpty();
        Set<Integer> keys = new HashSet<>();
        List<Expression> inputs = new ArrayList<>();
        for (int i = 0; i < aggregate.spec().keys().size(); i++) {
            int column = aggregate.spec().keys().get(i);
            keys.add(i);
            inputs.add(new Expression.Input(
                    column,
                    aggregate.input().header().name(column),
                    aggregate.input().header().type(column)));
        }
        if (!plainGroups || !readsOnly(condition, keys)) {
            return Optional.empty();
        }
        Expression below = Substitutions.inputs(condition, inputs);
        return Optional.of(aggregate.over(pushOrFilter(aggregate.input(), below)));
    }

    private Optional<Plan> throughWindow(Plan.Window window, Expression condition) {
        if (!readsOnly(condition, new HashSet<>(window.spec().partition()))) {
            return Optional.empty();
        }
        return Optional.of(window.over(pushOrFilter(window.input(), condition)));
    }

    // ---- joins

    private Optional<Plan> intoJoin(Plan.Join join, Expression condition) {
        int width = join.left().header().width();
        JoinSpec spec = join.spec();
        boolean sameTypes = ExpressionProgram.inputsOf(condition).stream()
                .allMatch(i -> spec.output()
                        .type(i)
                        .equals(
                                i < width
                                        ? join.left().header().type(i)
                                        : join.right().header().type(i - width)));
        boolean onLeft = ExpressionProgram.inputsOf(condition).stream().allMatch(i -> i < width);
        boolean onRight = ExpressionProgram.inputsOf(condition).stream().allMatch(i -> i >= width);
        if (!sameTypes
                || ExpressionProgram.inputsOf(condition).isEmpty()
                || spec.strictness() == JoinSpec.Strictness.ASOF) {
            return Optional.empty();
        }
        boolean leftKept = spec.kind() == JoinSpec.Kind.INNER
                || spec.kind() == JoinSpec.Kind.LEFT
                || spec.kind() == JoinSpec.Kind.CROSS;
        boolean rightKept = spec.strictness() == JoinSpec.Strictness.ALL
                && (spec.kind() == JoinSpec.Kind.INNER
                        || spec.kind() == JoinSpec.Kind.RIGHT
                        || spec.kind() == JoinSpec.Kind.CROSS);
        if (onLeft && leftKept) {
            return Optional.of(new Plan.Join(pushOrFilter(join.left(), condition), join.right(), spec));
        }
        if (onRight && rightKept) {
            Expression moved = Substitutions.shift(condition, -width);
            return Optional.of(new Plan.Join(join.left(), pushOrFilter(join.right(), moved), spec));
        }
        return spec.kind() == JoinSpec.Kind.CROSS ? crossToInner(join, condition, width) : Optional.empty();
    }

    /** {@code FROM a, b WHERE a.x = b.y} is an inner join. */
    private static Optional<Plan> crossToInner(Plan.Join join, Expression condition, int width) {
        if (!(condition instanceof Expression.Call call)
                || !call.function().equals("equals")
                || !(call.arguments().get(0) instanceof Expression.Input a)
                || !(call.arguments().get(1) instanceof Expression.Input b)
                || a.index() < width == b.index() < width
                || !Types.withoutNullable(a.type()).equals(Types.withoutNullable(b.type()))) {
            return Optional.empty();
        }
        int left = Math.min(a.index(), b.index());
        int right = Math.max(a.index(), b.index()) - width;
        JoinSpec cross = join.spec();
        JoinSpec inner = new JoinSpec(
                JoinSpec.Kind.INNER,
                JoinSpec.Strictness.ALL,
                cross.left(),
                cross.right(),
                List.of(left),
                List.of(right),
                cross.residual(),
                cross.asof(),
                false,
                false,
                cross.output());
        return Optional.of(new Plan.Join(join.left(), join.right(), inner));
    }

    private static boolean readsOnly(Expression condition, Set<Integer> columns) {
        return columns.containsAll(ExpressionProgram.inputsOf(condition));
    }

    private static boolean readsNone(Expression condition, List<Integer> columns) {
        return ExpressionProgram.inputsOf(condition).stream().noneMatch(columns::contains);
    }
}
