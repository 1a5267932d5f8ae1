package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Base of arrayFill and arrayReverseFill. */
abstract class Filling extends LambdaFunction {
    private final boolean reverse;

    Filling(String name, boolean reverse) {
        super(name, true);
        this.reverse = reverse;
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
        int[] positions = new int[offsets[rows]];
        for (int row = 0; row < rows; row++) {
            int from = offsets[row];
            int to = offsets[row + 1];
            for (int k = 0; k < to - from; k++) {
                int i = reverse ? to - 1 - k : from + k;
                boolean keep = k == 0 || Bitmaps.get(bitmap, i);
                positions[i] = keep ? i : positions[reverse ? i + 1 : i - 1];
            }
        }
        return new ArrayColumn(offsets, array.elements().gather(positions, positions.length), rows);
    }
}
