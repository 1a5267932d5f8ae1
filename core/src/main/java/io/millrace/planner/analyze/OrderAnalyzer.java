package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.planner.plan.Plan;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ORDER BY with its WITH FILL, and the columns of LIMIT BY. */
final class OrderAnalyzer {
    private final ExpressionBinder binder;
    private final List<SelectAnalyzer.OutputColumn> outputs;
    private final List<BoundKey> keys = new ArrayList<>();
    private final List<Expression> limitBy = new ArrayList<>();

    private record BoundKey(
            Expression expression, boolean descending, boolean nullsFirst, Optional<OrderElement.Fill> fill) {}

    /** Sort keys over the projection's columns. */
    record Order(List<SortKey> keys, List<Plan.Fill.FillKey> fill) {}

    OrderAnalyzer(Query.Select select, List<SelectAnalyzer.OutputColumn> outputs, ExpressionBinder binder) {
        this.binder = binder;
        this.outputs = outputs;
        switch (select.orderBy().keys()) {
            case Query.OrderList list -> list.elements().forEach(this::add);
            case Query.OrderAll all ->
                outputs.forEach(o -> keys.add(new BoundKey(
                        o.expression(), all.descending(), all.nulls() == OrderElement.Nulls.FIRST, Optional.empty())));
        }
        select.limitBy().ifPresent(l -> {
            if (l.all()) {
                outputs.forEach(o -> limitBy.add(o.expression()));
            }
            l.expressions().forEach(e -> limitBy.add(bind(e)));
        });
    }

    private void add(OrderElement element) {
        if (element.collation().isPresent()) {
            throw new DbException(
                    ErrorCode.SUPPORT_IS_DISABLED,
                    "COLLATE is not supported in ORDER BY; order by lowerUTF8(x) or by the bytes");
        }
        keys.add(new BoundKey(
                bind(element.expression()),
                element.descending(),
                element.nulls() == OrderElement.Nulls.FIRST,
                element.fill()));
    }

    ExpressionBinder binder() {
        return binder;
    }

    private Expression bind(Expr expr) {
        boolean positional = binder.analyzer().context().settings().get(PlannerSettings.ENABLE_POSITIONAL_ARGUMENTS);
        Optional<Integer> position = positional ? SelectAnalyzer.position(expr) : Optional.empty();
        if (position.isEmpty()) {
            return binder.bind(expr);
        }
        int index = position.get() < 0 ? outputs.size() + position.get() : position.get() - 1;
        if (index < 0 || index >= outputs.size()) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Positional argument out of bounds: " + position.get() + " (expected in range [1, " + outputs.size()
                            + "])");
        }
        return outputs.get(index).expression();
    }

    Order resolve(SelectAnalyzer.Projection projection) {
        List<SortKey> sort = new ArrayList<>();
        List<Plan.Fill.FillKey> fill = new ArrayList<>();
        for (BoundKey key : keys) {
            int column = projection.indexOf(key.expression());
            sort.add(new SortKey(column, key.descending(), key.nullsFirst()));
            key.fill().ifPresent(f -> fill.add(fill(column, key, f)));
        }
        return new Order(sort, fill);
    }

    List<Integer> limitByColumns(SelectAnalyzer.Projection projection) {
        return limitBy.stream().map(projection::indexOf).toList();
    }

    private Plan.Fill.FillKey fill(int column, BoundKey key, OrderElement.Fill fill) {
        DataType type = key.expression().type();
        if (fill.staleness().isPresent()) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "STALENESS of WITH FILL is not supported by this version");
        }
        long step = fill.step().map(s -> whole(s, type)).orElse(key.descending() ? -1L : 1L);
        if (step == 0 || key.descending() != step < 0) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    key.descending()
                            ? "STEP value for descending ORDER BY must be negative"
                            : "STEP value for ascending ORDER BY must be positive");
        }
        return new Plan.Fill.FillKey(
                column,
                key.descending(),
                fill.from().map(f -> bound(f, type)),
                fill.to().map(t -> bound(t, type)),
                step);
    }

    private Expression.Constant bound(Expr expr, DataType type) {
        if (binder.calls().cast(binder.bind(expr), Types.withoutNullable(type))
                instanceof Expression.Constant constant) {
            return constant;
        }
        throw new DbException(ErrorCode.INVALID_WITH_FILL_EXPRESSION, "Bounds of WITH FILL must be constants");
    }

    private long whole(Expr expr, DataType type) {
        Expression bound = binder.bind(expr);
        long unit = bound.type() instanceof DataType.IntervalType interval ? unitOf(interval, type) : 1;
        if (binder.calls().cast(bound, Types.INT64) instanceof Expression.Constant constant
                && constant.value() instanceof LongColumn value) {
            return value.values()[0] * unit;
        }
        throw new DbException(ErrorCode.INVALID_WITH_FILL_EXPRESSION, "STEP of WITH FILL must be a constant number");
    }

    /** How many raw units of the column's type an interval's unit has. */
    private static long unitOf(DataType.IntervalType interval, DataType type) {
        long seconds = switch (interval.unit()) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3600;
            case DAY -> 86_400;
            case WEEK -> 604_800;
            default ->
                throw new DbException(
                        ErrorCode.INVALID_WITH_FILL_EXPRESSION, "STEP of WITH FILL must be of seconds to weeks");
        };
        return switch (Types.bare(type)) {
            case DataType.DateType d -> seconds / 86_400;
            case DataType.Date32Type d -> seconds / 86_400;
            case DataType.DateTime64Type d -> seconds * (long) Math.pow(10, d.precision());
            default -> seconds;
        };
    }
}
