package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of functions that choose elements of one array by which of them are equal. */
abstract class Deduplication implements ScalarFunction {
    private final String name;

    Deduplication(String name) {
        this.name = name;
    }

    /**
     * Adds the positions kept of elements [{@code from}, {@code to}); {@code seen[id]} may hold what the function
     * likes, and the row is marked by {@code stamp}.
     */
    abstract void row(int[] ids, int nullId, int from, int to, int[] seen, int stamp, Positions out);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType element = Types.withoutNullable(ArrayTypes.element(name, arguments.getFirst()));
        return new Bound(this, Types.array(element));
    }

    /** The function bound to a type. */
    private record Bound(Deduplication function, DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn array = (ArrayColumn) Repeated.full(arguments[0]);
            Column plain = array.elements().plain();
            ValueIds values = ValueIds.of(plain);
            int nullId = -1;
            for (int i = 0; i < plain.rows() && plain instanceof NullableColumn; i++) {
                nullId = plain.isNull(i) ? values.ids()[i] : nullId;
            }
            int[] seen = new int[values.count()];
            Positions out = new Positions(rows, array.elements().rows());
            for (int row = 0; row < rows; row++) {
                function.row(values.ids(), nullId, array.offsets()[row], array.offsets()[row + 1], seen, row + 1, out);
                out.endRow();
            }
            ArrayColumn result = out.build(array.elements());
            return result.elements() instanceof NullableColumn n
                    ? new ArrayColumn(result.offsets(), n.values(), rows)
                    : result;
        }
    }
}
