package io.millrace.postgres.catalog;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.LiteralValue;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One SELECT: join, filter, group, compute, order, cut. */
final class SelectPlan implements QueryPlan {
    private final List<Scope.Field> columns;
    private final Joins from;
    private final List<Node> where;
    private final boolean grouped;
    private final List<Node> keys;
    private final Optional<Node> having;
    private final List<Aggregate> aggregates;
    private final List<WindowFunction> windows;
    private final List<Node> sets;
    private final List<Node> output;
    private final boolean distinct;
    private final List<Node> distinctOn;
    private final List<OrderElement> order;
    private final List<Node> orderKeys;
    private final Optional<Node> limit;
    private final Optional<Node> offset;
    private final boolean correlated;

    private SelectPlan(
            Query.Select select, Scope scope, Binder binder, Joins from, List<Expr> expressions, List<Node> output) {
        List<Scope.Field> fields = new ArrayList<>();
        for (int i = 0; i < output.size(); i++) {
            fields.add(new Scope.Field(
                    ColumnNames.of(expressions.get(i)), output.get(i).type()));
        }
        this.columns = fields;
        this.from = from;
        this.output = output;
        List<Node> conditions = new ArrayList<>();
        select.where().ifPresent(w -> FromBinder.conjuncts(binder.bind(w), conditions));
        this.where = conditions;
        List<Node> groupKeys = new ArrayList<>();
        if (select.groupBy().keys() instanceof Query.KeyList list) {
            list.expressions().forEach(k -> groupKeys.add(reference(k, expressions, output, binder)));
        }
        this.keys = groupKeys;
        this.having = select.having().map(binder::bind);
        List<Node> on = new ArrayList<>();
        select.limitBy()
                .ifPresent(l -> l.expressions().forEach(e -> on.add(reference(e, expressions, output, binder))));
        this.distinctOn = on;
        this.distinct = select.distinct() == Query.Distinct.DISTINCT;
        this.order = select.orderBy().keys() instanceof Query.OrderList list ? list.elements() : List.of();
        this.orderKeys = order.stream()
                .map(e -> reference(e.expression(), expressions, output, binder))
                .toList();
        this.limit = select.limit().limit().map(binder::bind);
        this.offset = select.limit().offset().map(binder::bind);
        this.aggregates = binder.aggregates();
        this.windows = binder.windows();
        this.sets = binder.sets();
        this.grouped = !groupKeys.isEmpty()
                || !aggregates.isEmpty()
                || select.groupBy().keys() instanceof Query.KeyList;
        this.correlated = scope.readsOutside();
    }

    static SelectPlan bind(Query.Select select, Scope scope, Binder binder, Joins from) {
        List<Expr> expressions = new ArrayList<>();
        List<Node> output = new ArrayList<>();
        binder.allowSets();
        for (Expr column : select.columns()) {
            if (column instanceof Expr.Asterisk all) {
                expand(all, scope, expressions, output);
            } else {
                expressions.add(column);
                output.add(binder.bind(column));
            }
        }
        return new SelectPlan(select, scope, binder, from, expressions, output);
    }

    private static void expand(Expr.Asterisk all, Scope scope, List<Expr> expressions, List<Node> output) {
        boolean found = false;
        for (Scope.Item item : scope.items()) {
            if (all.qualifier().isPresent()
                    && !item.isCalled(all.qualifier().get().shortName())) {
                continue;
            }
            found = true;
            for (int i = 0; i < item.fields().size(); i++) {
                Scope.Field field = item.fields().get(i);
                expressions.add(new Expr.Identifier(all.position(), List.of(field.name())));
                output.add(Binder.column(new Scope.Found(0, item.offset() + i, field.type())));
            }
        }
        if (!found) {
            throw new DbException(ErrorCode.UNKNOWN_TABLE, "missing FROM-clause entry for table");
        }
    }

    /** An output column by its number or name, or else an expression. */
    private static Node reference(Expr expr, List<Expr> expressions, List<Node> output, Binder binder) {
        if (expr instanceof Expr.Literal(var p, LiteralValue.IntegerValue number)) {
            int index = number.value().intValue() - 1;
            if (index < 0 || index >= output.size()) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS, "ORDER BY position " + (index + 1) + " is not in select list");
            }
            return output.get(index);
        }
        if (expr instanceof Expr.Identifier name && name.parts().size() == 1) {
            for (int i = 0; i < expressions.size(); i++) {
                if (expressions.get(i) instanceof Expr.Alias alias
                        && alias.name().equalsIgnoreCase(name.shortName())) {
                    return output.get(i);
                }
            }
        }
        return binder.bind(expr);
    }

    @Override
    public List<Scope.Field> columns() {
        return columns;
    }

    @Override
    public boolean isCorrelated() {
        return correlated;
    }

    @Override
    public List<@Nullable Object[]> rows(Frame around, int most) {
        return correlated ? compute(around) : around.execution.once(this, () -> compute(around));
    }

    /** A row of the output with what it is ordered by. */
    private record Out(
            @Nullable Object[] values,
            @Nullable Object[] order,
            @Nullable Object[] on) {}

    private List<@Nullable Object[]> compute(Frame around) {
        Frame base = new Frame(new Object[from.width()], around, around.execution);
        List<Frame> frames = grouped ? groups(base) : plain(base);
        if (!windows.isEmpty()) {
            WindowFunction.compute(windows, frames);
        }
        List<Out> rows = new ArrayList<>();
        for (Frame frame : frames) {
            if (having.isEmpty() || having.get().isTrue(frame)) {
                emit(frame, rows);
            }
        }
        return cut(rows, base);
    }

    private List<Frame> plain(Frame base) {
        List<Frame> frames = new ArrayList<>();
        for (@Nullable Object[] row : joined(base)) {
            frames.add(new Frame(row, base.outer, base.execution));
        }
        return frames;
    }

    private List<@Nullable Object[]> joined(Frame base) {
        if (from.sources().isEmpty()) {
            List<@Nullable Object[]> one = new ArrayList<>();
            if (Source.meets(base.row, base, where)) {
                one.add(base.row);
            }
            return one;
        }
        return from.rows(base, where);
    }

    private List<Frame> groups(Frame base) {
        Map<List<@Nullable Object>, List<Frame>> groups = new LinkedHashMap<>();
        for (Frame frame : plain(base)) {
            List<@Nullable Object> key = new ArrayList<>();
            keys.forEach(k -> key.add(comparable(k.eval(frame))));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
        }
        if (groups.isEmpty() && keys.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        List<Frame> result = new ArrayList<>();
        for (List<Frame> members : groups.values()) {
            Frame first = members.isEmpty() ? base : members.getFirst();
            Frame frame = new Frame(first.row, base.outer, base.execution);
            frame.computed = aggregates.stream().map(a -> a.of(members)).toArray();
            result.add(frame);
        }
        return result;
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof Object[] fields ? java.util.Arrays.asList(fields) : value;
    }

    /** One row, or as many as the longest set has elements. */
    private void emit(Frame frame, List<Out> rows) {
        if (sets.isEmpty()) {
            rows.add(out(frame));
            return;
        }
        List<List<?>> elements = new ArrayList<>();
        int longest = 0;
        for (Node set : sets) {
            List<?> list = set.eval(frame) instanceof List<?> some ? some : List.of();
            elements.add(list);
            longest = Math.max(longest, list.size());
        }
        for (int i = 0; i < longest; i++) {
            int index = i;
            frame.sets = elements.stream()
                    .map(l -> index < l.size() ? l.get(index) : null)
                    .toArray();
            rows.add(out(frame));
        }
    }

    private Out out(Frame frame) {
        return new Out(values(output, frame), values(orderKeys, frame), values(distinctOn, frame));
    }

    private static @Nullable Object[] values(List<Node> nodes, Frame frame) {
        @Nullable Object[] values = new Object[nodes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = nodes.get(i).eval(frame);
        }
        return values;
    }

    private List<@Nullable Object[]> cut(List<Out> rows, Frame base) {
        List<Out> kept = rows;
        if (distinct) {
            Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
            kept = new ArrayList<>(rows);
            kept.removeIf(r -> !seen.add(CombinedPlan.key(r.values())));
        }
        if (!order.isEmpty()) {
            kept = new ArrayList<>(kept);
            Collections.sort(kept, (a, b) -> RowOrder.compare(a.order(), b.order(), order));
        }
        if (!distinctOn.isEmpty()) {
            Set<List<@Nullable Object>> seen = new LinkedHashSet<>();
            kept = new ArrayList<>(kept);
            kept.removeIf(r -> !seen.add(CombinedPlan.key(r.on())));
        }
        return limited(kept.stream().map(Out::values).toList(), limit, offset, base);
    }

    private static List<@Nullable Object[]> limited(
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
