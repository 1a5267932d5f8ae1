package io.millrace.planner.rule;

import io.millrace.planner.plan.Plan;
import java.util.List;

/** One rewrite of a plan that keeps its result and its header. Stateless. */
public interface Rule {
    /** Name for the setting that switches it off and for EXPLAIN. */
    String name();

    Plan apply(Plan plan);

    /** All rules, in the order they are applied. */
    static List<Rule> all() {
        return List.of(
                new PushFilters(),
                new SumsOfShifts(),
                new KeysOfKeys(),
                new DistinctCounts(),
                new PruneColumns(),
                new SizesOfStrings(),
                new CountFromMetadata());
    }
}
