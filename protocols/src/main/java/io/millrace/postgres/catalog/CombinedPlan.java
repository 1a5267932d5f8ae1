package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UNION, EXCEPT and INTERSECT. */
final class CombinedPlan implements QueryPlan {
    private final Query.Operator operator;
    private final List<QueryPlan> plans;
    private final List<Scope.Field> columns;
    private final List<OrderElement> order;
    private final List<Node> orderKeys;
    private final Optional<Node> limit;
    private final Optional<Node> offset;

    CombinedPlan(
            Query.Operator operator,
            List<QueryPlan> plans,
            Query.OrderBy orderBy,
            Query.Limit limits,
            QueryBinder queries,
            @Nullable Scope outer) {
        this.operator = operator;
        this.plans = plans;
        this.columns = columns(plans);
        this.order = orderBy.keys() instanceof Query.OrderList list ? list.elements() : List.of();
        Scope scope = new Scope(outer);
        scope.add("", "", columns);
        Binder binder = new Binder(queries, scope);
        List<Node> keys = new ArrayList<>();
        for (OrderElement element : order) {
            keys.add(
                    element.expression()
                                    instanceof
                                    io.millrace.sql.ast.Expr.Literal(
                                            var p,
                                            io.millrace.sql.ast.LiteralValue.IntegerValue number)
                            ? Binder.column(new Scope.Found(
                                    0,
                                    number.value().intValue() - 1,
                                    columns.getFirst().type()))
                            : binder.bind(element.expression()));
        }
        this.orderKeys = keys;
        this.limit = limits.limit().map(binder::bind);
        this.offset = limits.offset().map(binder::bind);
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
            result.add(new Scope.Field(first.get(i).name(), Binder.commonType(types)));
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
        Frame base = new Frame(new Object[columns.size()], around, around.execution);
        if (!order.isEmpty()) {
            rows.sort((a, b) -> RowOrder.compare(keys(a, base), keys(b, base), order));
        }
        return limited(rows, limit, offset, base);
    }

    private @Nullable Object[] keys(@Nullable Object[] row, Frame base) {
        Frame frame = new Frame(row, base.outer, base.execution);
        return orderKeys.stream().map(k -> k.eval(frame)).toArray();
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

    static List<@Nullable Object[]> limited(
            List<@Nullable Object[]> rows, Optional<Node> limit, Optional<Node> offset, Frame base) {
        long from = number(offset, 0, base);
        long most = number(limit, Long.MAX_VALUE, base);
        if (from == 0 && most >= rows.size()) {
            return rows;
        }
        int start = (int) Math.min(from, rows.size());
        return rows.subList(start, (int) Math.min(rows.size(), start + most));
    }

    private static long number(Optional<Node> node, long otherwise, Frame base) {
        Object value = node.isPresent() ? node.get().eval(base) : null;
        return value == null ? otherwise : Casts.whole(value);
    }
}
