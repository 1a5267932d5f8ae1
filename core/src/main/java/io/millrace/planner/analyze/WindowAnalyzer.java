package io.millrace.planner.analyze;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.tree.Expression;
import io.millrace.pipeline.operator.window.WindowSpec;
import io.millrace.sql.ast.Expr;
import io.millrace.sql.ast.OrderElement;
import io.millrace.sql.ast.Query;
import io.millrace.sql.ast.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the windows of a SELECT; calls over the same window are computed in one step. */
final class WindowAnalyzer {
    private final Query.Select select;
    private final SelectCalls calls;
    private final ExpressionBinder binder;

    WindowAnalyzer(Query.Select select, SelectCalls calls, ExpressionBinder binder) {
        this.select = select;
        this.calls = calls;
        this.binder = binder;
    }

    /** One ORDER BY key of a window. */
    record OrderKey(Expression expression, boolean descending, boolean nullsFirst) {}

    /** A window over FROM's relation, and which of the SELECT's window calls use it. */
    record BoundWindow(
            List<Expression> partitionBy, List<OrderKey> orderBy, WindowSpec.Frame frame, List<Integer> uses) {}

    List<BoundWindow> windows() {
        Map<Window.Specification, BoundWindow> bound = new LinkedHashMap<>();
        for (int i = 0; i < calls.windows().size(); i++) {
            Window.Specification specification = resolve(calls.windows().get(i).window());
            bound.computeIfAbsent(specification, s -> calls.withoutWindows(() -> bind(s)))
                    .uses()
                    .add(i);
        }
        return List.copyOf(bound.values());
    }

    private Window.Specification resolve(Window window) {
        return switch (window) {
            case Window.Named named -> definition(named.name());
            case Window.Specification specification ->
                specification
                        .base()
                        .map(b -> extended(definition(b), specification))
                        .orElse(specification);
        };
    }

    private Window.Specification definition(String name) {
        return select.windows().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .map(d -> resolve(d.specification()))
                .orElseThrow(() -> new DbException(ErrorCode.BAD_ARGUMENTS, "Window '" + name + "' is not defined"));
    }

    private static Window.Specification extended(Window.Specification base, Window.Specification more) {
        return new Window.Specification(
                Optional.empty(),
                base.partitionBy(),
                more.orderBy().isEmpty() ? base.orderBy() : more.orderBy(),
                more.frame().or(base::frame));
    }

    private BoundWindow bind(Window.Specification window) {
        List<Expression> partition =
                window.partitionBy().stream().map(binder::bind).toList();
        List<OrderKey> order = new ArrayList<>();
        for (OrderElement element : window.orderBy()) {
            order.add(new OrderKey(
                    binder.bind(element.expression()),
                    element.descending(),
                    element.nulls() == OrderElement.Nulls.FIRST));
        }
        WindowSpec.Frame frame = window.frame().map(f -> frame(f, order)).orElse(WindowSpec.Frame.DEFAULT);
        return new BoundWindow(partition, order, frame, new ArrayList<>());
    }

    private WindowSpec.Frame frame(Window.Frame frame, List<OrderKey> order) {
        WindowSpec.Unit unit = switch (frame.unit()) {
            case ROWS -> WindowSpec.Unit.ROWS;
            case GROUPS -> WindowSpec.Unit.GROUPS;
            case RANGE -> WindowSpec.Unit.RANGE;
        };
        return new WindowSpec.Frame(unit, bound(frame.start(), order, unit), bound(frame.end(), order, unit));
    }

    private WindowSpec.Bound bound(Window.FrameBound bound, List<OrderKey> order, WindowSpec.Unit unit) {
        return switch (bound) {
            case Window.Unbounded unbounded -> new WindowSpec.Unbounded();
            case Window.CurrentRow current -> new WindowSpec.CurrentRow();
            case Window.Offset offset -> {
                double distance = distance(offset.distance(), order, unit);
                yield new WindowSpec.Distance(offset.direction() == Window.Direction.PRECEDING ? -distance : distance);
            }
        };
    }

    private double distance(Expr expr, List<OrderKey> order, WindowSpec.Unit unit) {
        if (!(binder.bind(expr) instanceof Expression.Constant constant)) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "The offset of a window frame must be a constant");
        }
        double scale = 1;
        if (unit == WindowSpec.Unit.RANGE && order.size() == 1) {
            scale = switch (Types.bare(order.getFirst().expression().type())) {
                case DataType.DecimalType d -> Math.pow(10, d.scale());
                default -> 1;
            };
        }
        Column value = new Calls(binder.analyzer().context().bind()).cast(constant, Types.FLOAT64)
                        instanceof Expression.Constant number
                ? number.value()
                : new LongColumn(new long[1], 1);
        double plain = switch (value) {
            case DoubleColumn d -> d.values()[0];
            case ByteColumn b -> b.values()[0];
            default -> throw new DbException(ErrorCode.BAD_ARGUMENTS, "The offset of a window frame must be a number");
        };
        if (plain < 0) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "The offset of a window frame must not be negative");
        }
        return plain * scale;
    }
}
