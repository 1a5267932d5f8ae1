package io.millrace.expressions.range;

import io.millrace.base.error.DbException;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.FloatColumn;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One statement about one key: a test of the key, or of functions of it that are monotone.
 *
 * @param key number of the key expression
 * @param steps functions around the key, innermost first
 * @param test what is asked of the result
 */
record KeyAtom(int key, List<Step> steps, Test test, String text) {
    KeyAtom {
        steps = List.copyOf(steps);
    }

    /** A function of the key in which everything else is constant. */
    record Step(Expression.Call call, int argument, Monotonicity monotonicity) {
        Column apply(Column input, EvaluationContext context) {
            int rows = input.rows();
            Column[] arguments = new Column[call.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = i != argument && call.arguments().get(i) instanceof Expression.Constant c
                        ? new ConstColumn(c.value(), rows)
                        : KeyColumnTypes.asArgument(call.arguments().get(i).type(), input);
            }
            return call.bound().evaluate(arguments, rows, context).plain();
        }
    }

    /** What an atom asks of values. */
    interface Test {
        /** Makes the test ready for values of a type (without Nullable and LowCardinality); empty when it cannot decide anything. */
        Optional<RangeTest> over(DataType type, Column values, EvaluationContext context);
    }

    /** A test over concrete values; row numbers of the least and greatest value, -1 when unbounded, are never those of NULL or NaN. */
    interface RangeTest {
        int mask(int low, int high);
    }

    String describe() {
        return text;
    }

    /** The atom over concrete values of its key. */
    KeyAnalysis.Formula over(DataType keyType, Column keyValues, EvaluationContext context) {
        List<Column> stages = new ArrayList<>();
        stages.add(keyValues);
        DataType type = keyType;
        try {
            for (Step step : steps) {
                stages.add(step.apply(stages.getLast(), context));
                type = step.call().type();
            }
        } catch (DbException e) {
            // a function that fails for some key value says nothing about ranges
            return ranges -> Mask.BOTH;
        }
        Column last = stages.getLast();
        Column plain = last instanceof NullableColumn n ? n.values() : last;
        if (test instanceof KeyAtoms.NullTest nulls) {
            return steps.isEmpty()
                    ? ranges -> nulls.mask(keyValues, ranges.low[key], ranges.high[key])
                    : ranges -> Mask.BOTH;
        }
        Optional<RangeTest> ready = test.over(Types.bare(type), plain, context);
        if (ready.isEmpty()) {
            return ranges -> Mask.BOTH;
        }
        List<ValueOrder> orders = new ArrayList<>();
        for (Step step : steps) {
            orders.add(ValueOrder.of(KeyColumnTypes.plain(step.call().type())));
        }
        RangeTest rangeTest = ready.get();
        return ranges -> mask(ranges.low[key], ranges.high[key], stages, orders, rangeTest);
    }

    private int mask(int lowRow, int highRow, List<Column> stages, List<ValueOrder> orders, RangeTest rangeTest) {
        int low = lowRow;
        int high = highRow;
        Column values = stages.getFirst();
        if (low >= 0 && values.isNull(low)) {
            return Mask.NEITHER;
        }
        if (low >= 0 && isNan(values, low)) {
            return Mask.BOTH;
        }
        if (high >= 0 && (values.isNull(high) || isNan(values, high))) {
            high = -1;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Column before = stages.get(i);
            Column after = stages.get(i + 1);
            if (low < 0 && high < 0) {
                return Mask.BOTH;
            }
            boolean point = low >= 0 && low == high || isSame(before, low, high, i, orders);
            if (!point && !step.monotonicity().holds(step.call().type(), before, low, high)) {
                return Mask.BOTH;
            }
            if (low >= 0 && (after.isNull(low) || isNan(after, low))
                    || high >= 0 && (after.isNull(high) || isNan(after, high))) {
                return Mask.BOTH;
            }
            if (!point && step.monotonicity().isDecreasing()) {
                int swapped = low;
                low = high;
                high = swapped;
            }
            // an end that has overtaken the other one has wrapped around
            if (low >= 0 && high >= 0 && orders.get(i).compare(after, low, after, high, 1) > 0) {
                return Mask.BOTH;
            }
        }
        return rangeTest.mask(low, high);
    }

    private static boolean isSame(Column column, int low, int high, int step, List<ValueOrder> orders) {
        // the order of a step's result serves for the next step's input
        return step > 0 && low >= 0 && high >= 0 && orders.get(step - 1).compare(column, low, column, high, 1) == 0;
    }

    static boolean isNan(Column column, int row) {
        return switch (column) {
            case NullableColumn n -> isNan(n.values(), row);
            case DoubleColumn d -> Double.isNaN(d.values()[row]);
            case FloatColumn f -> Float.isNaN(f.values()[row]);
            default -> false;
        };
    }
}
