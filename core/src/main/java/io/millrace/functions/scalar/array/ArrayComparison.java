package io.millrace.functions.scalar.array;

import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of hasAll, hasAny and hasSubstr. */
abstract class ArrayComparison implements ScalarFunction {
    private final String name;

    ArrayComparison(String name) {
        this.name = name;
    }

    /**
     * The answer for elements [{@code from}, {@code to}) of the first array and [{@code otherFrom}, {@code
     * otherTo}) of the second.
     */
    abstract boolean answer(int[] ids, int from, int to, int otherFrom, int otherTo);

    static boolean contains(int[] ids, int from, int to, int id) {
        for (int i = from; i < to; i++) {
            if (ids[i] == id) {
                return true;
            }
        }
        return false;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        return new Bound(this, CommonIds.coercions(name, arguments, context));
    }

    /** The comparison bound to types. */
    private record Bound(ArrayComparison function, List<Coercion> coercions) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            CommonIds common = CommonIds.of(arguments, coercions, context);
            ArrayView a = common.first();
            ArrayView b = common.second();
            int base = common.base();
            byte[] result = new byte[rows];
            for (int row = 0; row < rows; row++) {
                boolean answer =
                        function.answer(common.ids(), a.from(row), a.to(row), base + b.from(row), base + b.to(row));
                result[row] = (byte) (answer ? 1 : 0);
            }
            return new ByteColumn(result, rows);
        }
    }
}
