package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UNION, EXCEPT and INTERSECT. */
final class CombinedPlan implements QueryPlan {
    private final Query.Operator operator;
    private final List<QueryPlan> plans;
    private final List<Scope.Field> columns;

    CombinedPlan(Query.Operator operator, List<QueryPlan> plans) {
        this.operator = operator;
        this.plans = plans;
        this.columns = columns(plans);
    }

    private static List<Scope.Field> columns(List<QueryPlan> plans) {
        List<Scope.Field> first = plans.getFirst().columns();
        List<Scope.Field> result = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            List<Node> types = new ArrayList<>();
            for (QueryPlan plan : plans) {
                if (plan.columns().size() != first.size()) {
                    throw new DbException(
                            ErrorCode.UNION_ALL_RESULT_STRUCTURES_MISMATCH,
                            "each UNION query must have the same number of columns");
                }
                types.add(Node.constant(plan.columns().get(i).type(), null));
            }
            result.add(new Scope.Field(first.get(i).name(), ValueForms.commonType(types)));
        }
        return result;
    }

    @Override
    public List<Scope.Field> columns() {
        return columns;
    }

    @Override
    public boolean isCorrelated() {
        return plans.stream().anyMatch(QueryPlan::isCorrelated);
    }

    @Override
    public List<@Nullable Object[]> rows(Frame around, int most) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : plans.getFirst().rows(around, Integer.MAX_VALUE)) {
            rows.add(row);
        }
        for (QueryPlan plan : plans.subList(1, plans.size())) {
            rows = combined(rows, plan.rows(around, Integer.MAX_VALUE));
        }
        return rows;
    }

    private List<@Nullable Object[]> combined(List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        List<@Nullable Object[]> result = new ArrayList<>(left);
        switch (operator) {
            case UNION_ALL -> result.addAll(right);
            case UNION, UNION_DISTINCT -> {
                result.addAll(right);
                Set<List<@Nullable Object>> seen = new HashSet<>();
                result.removeIf(r -> !seen.add(key(r)));
            }
            case EXCEPT, EXCEPT_ALL, EXCEPT_DISTINCT -> {
                Set<List<@Nullable Object>> others = new HashSet<>();
                right.forEach(r -> others.add(key(r)));
                result.removeIf(r -> others.contains(key(r)));
            }
            case INTERSECT, INTERSECT_ALL, INTERSECT_DISTINCT -> {
                Set<List<@Nullable Object>> others = new HashSet<>();
                right.forEach(r -> others.add(key(r)));
                result.removeIf(r -> !others.contains(key(r)));
            }
        }
        return result;
    }

    static List<@Nullable Object> key(@Nullable Object[] row) {
        return Arrays.asList(row);
    }
}
