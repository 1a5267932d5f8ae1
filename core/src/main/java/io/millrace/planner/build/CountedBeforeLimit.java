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

    /** Rows that a read of a table stops at because nothing but a LIMIT stands above it. */
    static long mostRead(Plan counted) {
        boolean plain = counted instanceof Plan.Limit limit && limit.ties().isEmpty() && readsOnly(limit.input());
        if (!plain) {
            return Long.MAX_VALUE;
        }
        Plan.Limit limit = (Plan.Limit) counted;
        long most = limit.limit() + limit.offset();
        return most < 0 ? Long.MAX_VALUE : most;
    }

    private static boolean readsOnly(Plan plan) {
        return switch (plan) {
            case Plan.Scan scan -> scan.filter().isEmpty();
            case Plan.Project project -> readsOnly(project.input());
            default -> false;
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
