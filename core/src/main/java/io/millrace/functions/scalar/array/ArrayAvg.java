package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.kernel.Widening;

/** The mean of the elements, or of a lambda's values. */
@Builtin("arrayAvg")
final class ArrayAvg extends LambdaFunction {
    ArrayAvg() {
        super("arrayAvg", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayAvg([x -> f(x), ]array, ...)",
                        "The mean of the elements, or of a lambda's values.")
                .example("SELECT arrayAvg([1, 2, 4])", "2.3333333333333335");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        ElementSums.type(name(), value);
        return Types.FLOAT64;
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        DataType type = ElementSums.type(name(), valueType);
        Column sums = ElementSums.sums(values, valueType, type, array.offsets(), rows, false, false);
        double[] totals = Widening.doubles(sums, type, rows);
        double[] result = new double[rows];
        for (int row = 0; row < rows; row++) {
            result[row] = array.length(row) == 0 ? 0 : totals[row] / array.length(row);
        }
        return new DoubleColumn(result, rows);
    }
}
