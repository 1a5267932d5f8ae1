package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Repeated;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The elements of nested arrays in one array. */
@Builtin({"arrayFlatten", "flatten", "FLATTEN"})
final class ArrayFlatten implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayFlatten(array)", "The elements of nested arrays in one array.")
                .example("SELECT arrayFlatten([[[1]], [[2], [3]]])", "[1,2,3]");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("arrayFlatten", arguments, 1);
        DataType element = ArrayTypes.element("arrayFlatten", arguments.getFirst());
        while (element instanceof ArrayType nested) {
            element = nested.element();
        }
        return new Bound(Types.array(element));
    }

    /** Flat arrays. */
    private record Bound(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            ArrayColumn array = (ArrayColumn) Repeated.full(arguments[0]);
            int[] offsets = array.offsets();
            Column elements = array.elements();
            while (elements instanceof ArrayColumn nested) {
                int[] mapped = new int[rows + 1];
                for (int i = 0; i <= rows; i++) {
                    mapped[i] = nested.offsets()[offsets[i]];
                }
                offsets = mapped;
                elements = nested.elements();
            }
            return new ArrayColumn(offsets, elements, rows);
        }
    }
}
