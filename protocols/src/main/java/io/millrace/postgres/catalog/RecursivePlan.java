package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** WITH RECURSIVE: the rows of the first query, then what the steps make of the rows found last, until there are none. */
final class RecursivePlan implements QueryPlan {
    private static final int MOST_STEPS = 1000;

    private final QueryPlan first;
    private final List<QueryPlan> steps;
    private final Working working;
    private final boolean keepsDuplicates;

    /** The rows found last, as a table of the steps. For one thread. */
    static final class Working implements QueryPlan {
        private final List<Scope.Field> columns;
        private List<@Nullable Object[]> rows = List.of();

        Working(List<Scope.Field> columns) {
            this.columns = columns;
        }

        @Override
        public List<Scope.Field> columns() {
            return columns;
        }

        @Override
        public boolean isCorrelated() {
            return true;
        }

        @Override
        public List<@Nullable Object[]> rows(Frame around, int most) {
            return rows;
        }
    }

    RecursivePlan(QueryPlan first, List<QueryPlan> steps, Working working, boolean keepsDuplicates) {
        this.first = first;
        this.steps = steps;
        this.working = working;
        this.keepsDuplicates = keepsDuplicates;
    }

    @Override
    public List<Scope.Field> columns() {
        return first.columns();
    }

    @Override
    public boolean isCorrelated() {
        return first.isCorrelated();
    }

    @Override
    public List<@Nullable Object[]> rows(Frame around, int most) {
        List<@Nullable Object[]> all = new ArrayList<>();
        Set<List<@Nullable Object>> seen = new HashSet<>();
        List<@Nullable Object[]> last = fresh(first.rows(around, Integer.MAX_VALUE), seen);
        for (int i = 0; !last.isEmpty(); i++) {
            if (i == MOST_STEPS) {
                throw new DbException(ErrorCode.TOO_DEEP_RECURSION, "a recursive query does not come to an end");
            }
            all.addAll(last);
            List<@Nullable Object[]> saved = working.rows;
            working.rows = last;
            List<@Nullable Object[]> next = new ArrayList<>();
            for (QueryPlan step : steps) {
                next.addAll(step.rows(around, Integer.MAX_VALUE));
            }
            working.rows = saved;
            last = fresh(next, seen);
        }
        return all;
    }

    private List<@Nullable Object[]> fresh(List<@Nullable Object[]> rows, Set<List<@Nullable Object>> seen) {
        List<@Nullable Object[]> result = new ArrayList<>(rows);
        if (!keepsDuplicates) {
            result.removeIf(r -> !seen.add(CombinedPlan.key(r)));
        }
        return result;
    }
}
