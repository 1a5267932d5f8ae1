package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Base of arraySplit and arrayReverseSplit. */
abstract class SplitArrays extends LambdaFunction {
    private final boolean behind;

    SplitArrays(String name, boolean behind) {
        super(name, true);
        this.behind = behind;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        requireCondition(value);
        return Types.array(Types.array(element));
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        long[] bitmap = truth(values);
        int[] offsets = array.offsets();
        int[] outer = new int[rows + 1];
        int[] inner = new int[offsets[rows] + 1];
        int parts = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                boolean begins = i > offsets[row] && Bitmaps.get(bitmap, behind ? i - 1 : i);
                if (begins) {
                    inner[++parts] = i;
                }
            }
            if (offsets[row + 1] > offsets[row]) {
                inner[++parts] = offsets[row + 1];
            }
            outer[row + 1] = parts;
        }
        return new ArrayColumn(outer, new ArrayColumn(inner, array.elements(), parts), rows);
    }
}
