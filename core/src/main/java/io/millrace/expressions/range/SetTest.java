package io.millrace.expressions.range;

import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.column.TupleColumn;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a range holds a value of a set, or of one element of its tuples. */
record SetTest(Expression.InSet in, Optional<Integer> element) implements KeyAtom.Test {
    @Override
    public Optional<KeyAtom.RangeTest> over(DataType type, Column values, EvaluationContext context) {
        if (!in.set().isFilled()) {
            return Optional.empty();
        }
        Column members = in.set().get().values().plain();
        DataType memberType = in.set().get().type();
        if (element.isPresent()) {
            if (!(members instanceof TupleColumn tuples) || !(memberType instanceof DataType.TupleType t)) {
                return Optional.empty();
            }
            members = tuples.elements().get(element.get()).plain();
            memberType = t.elements().get(element.get());
        }
        if (!Types.bare(memberType).equals(type)) {
            return Optional.empty();
        }
        Column sorted = sortedWithoutNull(members, ValueOrder.of(type));
        ValueOrder order = ValueOrder.of(type);
        boolean negated = in.negated();
        boolean whole = element.isEmpty();
        return Optional.of((low, high) -> {
            int first = low < 0 ? 0 : lowerBound(sorted, order, values, low);
            boolean inside = first < sorted.rows() && (high < 0 || order.compare(sorted, first, values, high, 1) <= 0);
            boolean point = low >= 0 && high >= 0 && order.compare(values, low, values, high, 1) == 0;
            int mask = Mask.of(inside, !(point && inside && whole));
            return negated ? Mask.not(mask) : mask;
        });
    }

    private static Column sortedWithoutNull(Column members, ValueOrder order) {
        Column plain = members instanceof NullableColumn n ? n.values() : members;
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < members.rows(); row++) {
            if (!members.isNull(row) && !KeyAtom.isNan(plain, row)) {
                rows.add(row);
            }
        }
        rows.sort((a, b) -> order.compare(plain, a, plain, b, 1));
        return plain.gather(rows.stream().mapToInt(Integer::intValue).toArray(), rows.size());
    }

    /** The first of the sorted values that is not less than a key value. */
    private static int lowerBound(Column sorted, ValueOrder order, Column values, int row) {
        int from = 0;
        int to = sorted.rows();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (order.compare(sorted, middle, values, row, 1) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
