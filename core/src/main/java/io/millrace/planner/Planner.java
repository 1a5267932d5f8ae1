package io.millrace.planner;

import io.millrace.planner.analyze.AnalysisContext;
import io.millrace.planner.analyze.PlannerSettings;
import io.millrace.planner.analyze.QueryAnalyzer;
import io.millrace.planner.plan.Plan;
import io.millrace.planner.plan.PlannedQuery;
import io.millrace.planner.rule.Rule;
import io.millrace.sql.ast.Query;
import java.util.List;
import java.util.Optional;

/** The way into planning: syntax in, optimized plan out. Stateless. */
public final class Planner {
    private Planner() {}

    /** Analyzes a query and applies the rules. */
    public static PlannedQuery plan(Query query, AnalysisContext context) {
        return optimize(limited(QueryAnalyzer.analyze(query, context), context));
    }

    /** The settings limit and offset hold for the whole result. */
    private static PlannedQuery limited(PlannedQuery query, AnalysisContext context) {
        long limit = context.settings().get(PlannerSettings.LIMIT);
        long offset = context.settings().get(PlannerSettings.OFFSET);
        if (limit == 0 && offset == 0) {
            return query;
        }
        long rows = limit == 0 ? Long.MAX_VALUE : limit;
        return new PlannedQuery(new Plan.Limit(query.plan(), rows, offset, Optional.empty()), query.sets());
    }

    /** A query planned elsewhere (a scalar subquery) with the rules applied. */
    public static PlannedQuery optimize(PlannedQuery query) {
        if (query.isKnown()) {
            return query;
        }
        List<PlannedQuery.PendingSet> sets = query.sets().stream()
                .map(s -> new PlannedQuery.PendingSet(s.reference(), optimized(s.plan())))
                .toList();
        return new PlannedQuery(optimized(query.plan()), sets);
    }

    private static Plan optimized(Plan plan) {
        Plan result = plan;
        for (Rule rule : Rule.all()) {
            result = rule.apply(result);
        }
        return result;
    }
}
