package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The elements of the first array for which a lambda is true. */
@Builtin("arrayFilter")
final class ArrayFilter extends LambdaFunction {
    ArrayFilter() {
        super("arrayFilter", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayFilter(x -> condition, array, ...)",
                        "The elements of the first array for which a lambda is true.")
                .example("SELECT arrayFilter(x -> x > 1, [1, 2, 3])", "[2,3]");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        requireCondition(value);
        return Types.array(element);
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        long[] bitmap = truth(values);
        int[] offsets = array.offsets();
        int[] kept = new int[rows + 1];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                count += Bitmaps.get(bitmap, i) ? 1 : 0;
            }
            kept[row + 1] = count;
        }
        return new ArrayColumn(kept, array.elements().filter(bitmap, count), rows);
    }
}
