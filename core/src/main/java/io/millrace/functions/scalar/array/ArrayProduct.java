package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.kernel.Widening;

/** The product of the elements as Float64. */
@Builtin("arrayProduct")
final class ArrayProduct extends LambdaFunction {
    ArrayProduct() {
        super("arrayProduct", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayProduct([x -> f(x), ]array, ...)", "The product of the elements as Float64.")
                .example("SELECT arrayProduct([2, 3, 4])", "24");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        ElementSums.type(name(), value);
        return Types.FLOAT64;
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        int[] offsets = array.offsets();
        double[] numbers = Widening.doubles(values, valueType, offsets[rows]);
        double[] result = new double[rows];
        for (int row = 0; row < rows; row++) {
            double product = offsets[row] == offsets[row + 1] ? 0 : 1;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                product *= numbers[i];
            }
            result[row] = product;
        }
        return new DoubleColumn(result, rows);
    }
}
