package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.doc.FunctionDoc;

/** The sum of the elements, or of a lambda's values. */
@Builtin("arraySum")
final class ArraySum extends LambdaFunction {
    ArraySum() {
        super("arraySum", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arraySum([x -> f(x), ]array, ...)",
                        "The sum of the elements, or of a lambda's values.")
                .example("SELECT arraySum([1, 2, 3]), arraySum(x -> x * x, [2, 3])", "6\t13");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        return ElementSums.type(name(), value);
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        return ElementSums.sums(
                values, valueType, ElementSums.type(name(), valueType), array.offsets(), rows, false, false);
    }
}
