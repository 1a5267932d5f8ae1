package io.millrace.planner.build;

import io.millrace.planner.plan.Plan;
import java.util.Optional;

/** Finds the step whose input {@code rows_before_limit_at_least} counts: the outermost LIMIT, or the ORDER BY right under it. */
final class CountedBeforeLimit {
    private CountedBeforeLimit() {}

    static Optional<Plan> of(Plan plan) {
        return switch (plan) {
            case Plan.Limit limit -> Optional.of(sortUnder(limit.input()).orElse(limit));
            case Plan.Project project -> of(project.input());
            case Plan.Filter filter -> of(filter.input());
            case Plan.Sort sort -> of(sort.input());
            default -> Optional.empty();
        };
    }

    private static Optional<Plan> sortUnder(Plan plan) {
        return switch (plan) {
            case Plan.Sort sort -> Optional.of(sort);
            case Plan.Project project -> sortUnder(project.input());
            default -> Optional.empty();
        };
    }
}
