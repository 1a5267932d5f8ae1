package io.millrace.planner.explain;

import io.millrace.expressions.tree.Expression;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan as EXPLAIN PLAN shows it: one node a line, inputs indented, names of steps as ClickHouse has them. */
public final class PlanText {
    private PlanText() {}

    /**
     * @param actions show the expressions of the steps too ({@code actions = 1})
     */
    public static List<String> lines(Plan plan, boolean actions) {
        List<String> lines = new ArrayList<>();
        append(plan, 0, actions, lines);
        return lines;
    }

    private static void append(Plan plan, int depth, boolean actions, List<String> lines) {
        String indent = "  ".repeat(depth);
        lines.add(indent + title(plan));
        if (actions) {
            details(plan).forEach(d -> lines.add(indent + "    " + d));
        }
        plan.inputs().forEach(i -> append(i, depth + 1, actions, lines));
    }

    private static String title(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan ->
                "ReadFrom" + scan.table().definition().engineName() + " ("
                        + scan.table().id() + ")";
            case Plan.Values v -> "ReadFromPreparedSource";
            case Plan.Filter f -> "Filter";
            case Plan.Project p -> "Expression";
            case Plan.Aggregate a -> "Aggregating";
            case Plan.Distinct d -> "Distinct";
            case Plan.Sort s -> "Sorting";
            case Plan.Limit l -> "Limit";
            case Plan.Tail t -> "NegativeLimit";
            case Plan.LimitBy l -> "LimitBy";
            case Plan.Window w -> "Window";
            case Plan.Join j -> "Join";
            case Plan.ArrayJoin a -> "ArrayJoin";
            case Plan.Union u -> "Union";
            case Plan.SetOperation s -> "IntersectOrExcept";
            case Plan.Fill f -> "Filling";
            case Plan.Recursive r -> "RecursiveCTE";
        };
    }

    private static List<String> details(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan -> {
                List<String> lines = new ArrayList<>();
                lines.add("Columns: " + String.join(", ", scan.header().names()));
                scan.filter().ifPresent(f -> lines.add("Filter: " + text(f)));
                yield lines;
            }
            case Plan.Filter filter -> List.of("Filter column: " + text(filter.condition()));
            case Plan.Project project ->
                List.of("Expressions: "
                        + project.expressions().stream().map(PlanText::text).collect(Collectors.joining(", ")));
            case Plan.Aggregate aggregate ->
                List.of(
                        "Keys: "
                                + aggregate.spec().keys().stream()
                                        .map(k -> aggregate.input().header().name(k))
                                        .collect(Collectors.joining(", ")),
                        "Aggregates: "
                                + aggregate.spec().calls().stream()
                                        .map(c -> c.name())
                                        .collect(Collectors.joining(", ")));
            case Plan.Sort sort ->
                List.of("Sort description: "
                        + sort.keys().stream()
                                .map(k -> sort.header().name(k.column()) + (k.descending() ? " DESC" : " ASC"))
                                .collect(Collectors.joining(", ")));
            case Plan.Limit limit -> List.of("Limit " + limit.limit(), "Offset " + limit.offset());
            case Plan.Tail tail -> List.of("Limit " + tail.limit(), "Offset " + tail.offset());
            case Plan.Join join ->
                List.of(
                        "Type: " + join.spec().kind(),
                        "Strictness: " + join.spec().strictness());
            default -> List.of();
        };
    }

    /** An expression in SQL's spelling. */
    public static String text(Expression expression) {
        return switch (expression) {
            case Expression.Input input -> input.name();
            case Expression.Constant constant -> "const " + constant.type().name();
            case Expression.Call call ->
                call.function()
                        + call.arguments().stream().map(PlanText::text).collect(Collectors.joining(", ", "(", ")"));
            case Expression.Lambda lambda -> "lambda(" + text(lambda.body()) + ")";
            case Expression.InSet in -> text(in.value()) + (in.negated() ? " NOT IN set" : " IN set");
        };
    }
}
