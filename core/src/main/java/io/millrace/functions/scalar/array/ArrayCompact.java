package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The array without elements that equal the one before them. */
@Builtin("arrayCompact")
final class ArrayCompact extends LambdaFunction {
    ArrayCompact() {
        super("arrayCompact", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayCompact([x -> f(x), ]array, ...)",
                        "The array without elements that equal the one before them.")
                .example("SELECT arrayCompact([1, 1, 2, 2, 1])", "[1,2,1]");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        return Types.array(element);
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        ValueOrder order = ValueOrder.of(valueType);
        int[] offsets = array.offsets();
        Positions out = new Positions(rows, offsets[rows]);
        for (int row = 0; row < rows; row++) {
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                if (i == offsets[row] || order.compare(values, i, values, i - 1, 1) != 0) {
                    out.add(i);
                }
            }
            out.endRow();
        }
        return out.build(array.elements());
    }
}
