package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.IntervalUnit;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.fill.FillKey;
import io.millrace.pipeline.operator.fill.FillStep;
import io.millrace.pipeline.operator.sort.SortKey;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import java.time.ZoneId;
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
    record Order(List<SortKey> keys, List<Integer> prefix, List<FillKey> fill) {}

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
        List<FillKey> fill = new ArrayList<>();
        List<Integer> prefix = new ArrayList<>();
        for (BoundKey key : keys) {
            int column = projection.indexOf(key.expression());
            sort.add(new SortKey(column, key.descending(), key.nullsFirst()));
            key.fill().ifPresent(f -> fill.add(fill(column, key, f)));
            if (fill.isEmpty()) {
                prefix.add(column);
            }
        }
        boolean byPrefix = binder.analyzer().context().settings().get(PlannerSettings.FILL_BY_SORTING_PREFIX);
        if (fill.size() > 1 && sort.stream().map(SortKey::column).distinct().count() < sort.size()) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "Multiple WITH FILL for identical expressions is not supported in ORDER BY");
        }
        return new Order(sort, byPrefix ? prefix : List.of(), fill);
    }

    List<Integer> limitByColumns(SelectAnalyzer.Projection projection) {
        return limitBy.stream().map(projection::indexOf).toList();
    }

    private FillKey fill(int column, BoundKey key, OrderElement.Fill fill) {
        DataType type = key.expression().type();
        if (Types.bare(type) instanceof DataType.DecimalType) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "Incompatible types of WITH FILL expression values with column type " + type.name());
        }
        if (fill.staleness().isPresent()) {
            throw new DbException(ErrorCode.NOT_IMPLEMENTED, "STALENESS of WITH FILL is not supported by this version");
        }
        double direction = key.descending() ? -1 : 1;
        FillStep step = fill.step().map(s -> step(s, type)).orElseGet(() -> FillStep.of(direction));
        double amount = step.calendar().map(c -> (double) c.months()).orElse(step.real());
        if (amount == 0) {
            throw new DbException(ErrorCode.INVALID_WITH_FILL_EXPRESSION, "STEP value cannot be zero");
        }
        if (amount * direction < 0) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    key.descending()
                            ? "STEP value should be negative in ORDER BY DESC"
                            : "STEP value should be positive in ORDER BY ASC");
        }
        return new FillKey(
                column,
                type,
                key.descending(),
                fill.from().map(f -> bound(f, type).value()),
                fill.to().map(t -> bound(t, type).value()),
                step);
    }

    private Expression.Constant bound(Expr expr, DataType type) {
        DataType column = Types.bare(type);
        Expression value = binder.bind(expr);
        DataType given = Types.bare(value.type());
        if (given instanceof DataType.StringType) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "Sort FILL FROM and TO must be constants of a numeric type, not " + given.name());
        }
        boolean fraction = column instanceof DataType.IntegerType && given instanceof DataType.FloatType;
        if (fraction || column instanceof DataType.DecimalType) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "Incompatible types of WITH FILL expression values with column type " + type.name());
        }
        boolean unsigned = column instanceof DataType.IntegerType i && !i.signed();
        if (unsigned && given instanceof DataType.IntegerType i && i.signed() && whole(value) < 0) {
            throw new DbException(
                    ErrorCode.INVALID_WITH_FILL_EXPRESSION,
                    "WITH FILL bound values cannot be negative for unsigned type " + type.name());
        }
        if (binder.calls().cast(binder.bind(expr), Types.withoutNullable(type))
                instanceof Expression.Constant constant) {
            return constant;
        }
        throw new DbException(ErrorCode.INVALID_WITH_FILL_EXPRESSION, "Bounds of WITH FILL must be constants");
    }

    private FillStep step(Expr expr, DataType type) {
        Expression bound = binder.bind(expr);
        if (bound.type() instanceof DataType.IntervalType interval) {
            long count = whole(bound);
            return interval.unit().compareTo(IntervalUnit.MONTH) < 0
                    ? FillStep.of(count * unitOf(interval, type))
                    : new FillStep(0, 0, Optional.of(months(count, interval, type)));
        }
        if (binder.calls().cast(bound, Types.FLOAT64) instanceof Expression.Constant constant
                && constant.value() instanceof DoubleColumn value) {
            return FillStep.of(value.values()[0]);
        }
        throw notConstant();
    }

    private long whole(Expression bound) {
        if (binder.calls().cast(bound, Types.INT64) instanceof Expression.Constant constant
                && constant.value() instanceof LongColumn value) {
            return value.values()[0];
        }
        throw notConstant();
    }

    private static DbException notConstant() {
        return new DbException(ErrorCode.INVALID_WITH_FILL_EXPRESSION, "STEP of WITH FILL must be a constant number");
    }

    private FillStep.Months months(long count, DataType.IntervalType interval, DataType type) {
        long months = switch (interval.unit()) {
            case QUARTER -> 3;
            case YEAR -> 12;
            default -> 1;
        };
        ZoneId session = binder.analyzer().context().bind().zone();
        return switch (Types.bare(type)) {
            case DataType.DateTimeType t ->
                new FillStep.Months(count * months, 1, t.zone().map(ZoneId::of).orElse(session));
            case DataType.DateTime64Type t ->
                new FillStep.Months(
                        count * months,
                        (long) Math.pow(10, t.precision()),
                        t.zone().map(ZoneId::of).orElse(session));
            default -> new FillStep.Months(count * months, 0, session);
        };
    }

    /** How many raw units of the column's type an interval's unit of at most a week has. */
    private static double unitOf(DataType.IntervalType interval, DataType type) {
        double seconds = switch (interval.unit()) {
            case NANOSECOND -> 1e-9;
            case MICROSECOND -> 1e-6;
            case MILLISECOND -> 1e-3;
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3600;
            case DAY -> 86_400;
            case WEEK -> 604_800;
            case MONTH, QUARTER, YEAR -> throw DbException.bug("Months have no length");
        };
        return switch (Types.bare(type)) {
            case DataType.DateType d -> seconds / 86_400;
            case DataType.Date32Type d -> seconds / 86_400;
            case DataType.DateTime64Type d -> seconds * Math.pow(10, d.precision());
            default -> seconds;
        };
    }
}
