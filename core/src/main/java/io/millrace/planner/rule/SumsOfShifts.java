package io.millrace.planner.rule;

import io.millrace.data.block.Header;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.Functions;
import io.millrace.expressions.tree.Expression;
import io.millrace.functions.aggregate.ColumnReads;
import io.millrace.pipeline.operator.aggregate.AggregateCall;
import io.millrace.pipeline.operator.aggregate.AggregateSpec;
import io.millrace.planner.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code sum(x + c)} as {@code sum(x) + c * count()} for integers, so that many such sums over one column read it once. Both wrap around at 64 bits, so
 * they always agree.
 */
final class SumsOfShifts implements Rule {
    private static final Functions FUNCTIONS = new Functions();

    @Override
    public String name() {
        return "optimize_arithmetic_operations_in_aggregate_functions";
    }

    @Override
    public Plan apply(Plan plan) {
        Plan node = plan.mapInputs(this::apply);
        return node instanceof Plan.Aggregate aggregate
                        && aggregate.input() instanceof Plan.Project project
                        && aggregate.spec().sets().size() == 1
                        && !aggregate.spec().totals()
                ? rewritten(aggregate, project)
                : node;
    }

    /** {@code value} plus a constant. */
    private record Shift(Expression value, long by) {}

    private static Plan rewritten(Plan.Aggregate aggregate, Plan.Project project) {
        AggregateSpec spec = aggregate.spec();
        List<Optional<Shift>> shifts =
                spec.calls().stream().map(c -> shift(c, project)).toList();
        if (shifts.stream().allMatch(Optional::isEmpty)) {
            return aggregate;
        }
        Rows rows = new Rows(project);
        List<AggregateCall> calls = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        int keys = spec.keys().size();
        for (int key = 0; key < keys; key++) {
            results.add(input(spec.output(), key));
        }
        for (int i = 0; i < shifts.size(); i++) {
            AggregateCall call = spec.calls().get(i);
            if (shifts.get(i).isEmpty()) {
                calls.add(call);
                results.add(new Expression.Input(
                        keys + calls.size() - 1, call.name(), call.function().type()));
                continue;
            }
            Shift shift = shifts.get(i).get();
            List<Integer> arguments = List.of(rows.column(shift.value()));
            int sum = call("sum", arguments, List.of(shift.value().type()), calls);
            int count = call("count", List.of(), List.of(), calls);
            // the constant is an argument: calls are equal when name and arguments are
            Expression by = new Expression.Constant(Types.INT64, new LongColumn(new long[] {shift.by()}, 1));
            List<Expression> parts = List.of(result(calls, keys, sum), result(calls, keys, count), by);
            results.add(new Expression.Call(
                    "shiftedSum", new ShiftedSum(call.function().type()), parts, true));
        }
        Plan.Project input = rows.project();
        AggregateSpec fewer = new AggregateSpec(
                input.header(),
                spec.keys(),
                calls,
                spec.sets(),
                false,
                Optional.empty(),
                spec.emptyResult(),
                spec.maxRowsToGroup());
        return new Plan.Project(new Plan.Aggregate(input, fewer), results, spec.output());
    }

    private static Expression input(Header header, int column) {
        return new Expression.Input(column, header.name(column), header.type(column));
    }

    private static Expression result(List<AggregateCall> calls, int keys, int call) {
        return new Expression.Input(
                keys + call, calls.get(call).name(), calls.get(call).function().type());
    }

    /** The position of a call among the calls, where it is added if it is not there yet. */
    private static int call(String function, List<Integer> arguments, List<DataType> types, List<AggregateCall> calls) {
        for (int i = 0; i < calls.size(); i++) {
            AggregateCall known = calls.get(i);
            if (known.function().stateType().function().equals(function)
                    && known.function().stateType().arguments().equals(types)
                    && known.arguments().equals(arguments)) {
                return i;
            }
        }
        calls.add(new AggregateCall(function, FUNCTIONS.bindAggregate(function, List.of(), types), arguments));
        return calls.size() - 1;
    }

    private static Optional<Shift> shift(AggregateCall call, Plan.Project project) {
        boolean sum = call.function().stateType().function().equals("sum")
                && isNarrow(call.function().type())
                && call.arguments().size() == 1;
        if (!sum
                || !(project.expressions().get(call.arguments().getFirst()) instanceof Expression.Call sumOf)
                || sumOf.arguments().size() != 2
                || !isNarrow(sumOf.type())) {
            return Optional.empty();
        }
        Expression left = sumOf.arguments().get(0);
        Expression right = sumOf.arguments().get(1);
        return switch (sumOf.function()) {
            case "plus" -> right instanceof Expression.Constant ? shift(left, right, 1) : shift(right, left, 1);
            case "minus" -> shift(left, right, -1);
            default -> Optional.empty();
        };
    }

    private static Optional<Shift> shift(Expression value, Expression by, int sign) {
        return by instanceof Expression.Constant constant
                        && !(value instanceof Expression.Constant)
                        && isNarrow(value.type())
                        && constant.type() instanceof IntegerType type
                        && type.bits() <= 64
                ? Optional.of(new Shift(value, sign * ColumnReads.longs(constant.value(), type.signed(), 0, 1)[0]))
                : Optional.empty();
    }

    private static boolean isNarrow(DataType type) {
        return type instanceof IntegerType integer && integer.bits() <= 64;
    }

    /** The rows to aggregate, with columns added as they are needed. */
    private static final class Rows {
        private final Plan input;
        private final List<Expression> expressions;
        private final List<Header.Field> fields;

        Rows(Plan.Project project) {
            input = project.input();
            expressions = new ArrayList<>(project.expressions());
            fields = new ArrayList<>(project.header().fields());
        }

        int column(Expression expression) {
            int known = expressions.indexOf(expression);
            if (known >= 0) {
                return known;
            }
            expressions.add(expression);
            fields.add(new Header.Field("__shifted_" + expressions.size(), expression.type()));
            return expressions.size() - 1;
        }

        Plan.Project project() {
            return new Plan.Project(input, expressions, new Header(fields));
        }
    }

    /** From a sum, a number of rows and a constant: the sum of the rows' values each with the constant added. */
    private record ShiftedSum(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] sums = ((LongColumn) arguments[0].plain()).values();
            long[] counts = ((LongColumn) arguments[1].plain()).values();
            long by = ((LongColumn) ((ConstColumn) arguments[2]).value()).values()[0];
            long[] shifted = new long[rows];
            for (int i = 0; i < rows; i++) {
                shifted[i] = sums[i] + by * counts[i];
            }
            return new LongColumn(shifted, rows);
        }
    }
}
