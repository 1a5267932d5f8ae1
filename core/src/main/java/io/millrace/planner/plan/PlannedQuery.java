package io.millrace.planner.plan;

import io.millrace.data.block.Header;
import io.millrace.expressions.tree.Expression;
import io.millrace.expressions.tree.SetReference;
import java.util.List;

/**
 * A whole query: its plan and the subqueries whose results it looks into.
 *
 * @param sets right sides of IN that have to be run first
 */
public record PlannedQuery(Plan plan, List<PendingSet> sets) {
    /** A subquery behind IN and where its values go. */
    public record PendingSet(SetReference reference, Plan plan) {}

    public PlannedQuery {
        sets = List.copyOf(sets);
    }

    public Header header() {
        return plan.header();
    }

    /** Whether the result is known already, so that nothing is left to be read or computed. */
    public boolean isKnown() {
        return sets.isEmpty() && isKnown(plan);
    }

    private static boolean isKnown(Plan plan) {
        return switch (plan) {
            case Plan.Values values -> true;
            case Plan.Project project ->
                isKnown(project.input())
                        && project.expressions().stream()
                                .allMatch(e -> e instanceof Expression.Constant || e instanceof Expression.Input);
            default -> false;
        };
    }
}
