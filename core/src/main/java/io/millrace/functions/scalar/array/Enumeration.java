package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of functions of one or several arrays of equal sizes that look at which elements are equal. */
abstract class Enumeration implements ScalarFunction {
    private final String name;

    Enumeration(String name) {
        this.name = name;
    }

    /** Writes a number for each element, or the row's answer at {@code numbers[row]} when {@link #perRow}. */
    abstract void row(int[] ids, int row, int from, int to, int[] seen, int[] stamps, int[] numbers);

    boolean perRow() {
        return false;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, Integer.MAX_VALUE);
        arguments.forEach(a -> ArrayTypes.element(name, a));
        return new Bound(this);
    }

    /** The function bound to types. */
    private record Bound(Enumeration function) implements BoundScalar {
        @Override
        public DataType type() {
            return function.perRow() ? Types.UINT32 : Types.array(Types.UINT32);
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn[] arrays = ArrayTypes.aligned(function.name, arguments, rows);
            int[] offsets = arrays[0].offsets();
            ValueIds ids = ValueIds.of(arrays[0].elements());
            for (int i = 1; i < arrays.length; i++) {
                ids = ValueIds.pairs(ids, ValueIds.of(arrays[i].elements()), offsets[rows]);
            }
            int[] seen = new int[ids.count()];
            int[] stamps = new int[ids.count()];
            int[] numbers = new int[function.perRow() ? rows : offsets[rows]];
            for (int row = 0; row < rows; row++) {
                function.row(ids.ids(), row, offsets[row], offsets[row + 1], seen, stamps, numbers);
            }
            IntColumn result = new IntColumn(numbers, numbers.length);
            return function.perRow() ? result : new ArrayColumn(offsets, result, rows);
        }
    }
}
