package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.functions.scalar.kernel.Narrowing;

/** Base of arrayExists, arrayAll and arrayCount: how many elements of each array are true. */
abstract class ConditionCounts extends LambdaFunction {
    private final DataType type;

    ConditionCounts(String name, DataType type) {
        super(name, false);
        this.type = type;
    }

    /** The answer for an array with {@code count} of {@code size} elements true. */
    abstract int answer(int count, int size);

    @Override
    final DataType resultType(DataType element, DataType value) {
        requireCondition(value);
        return type;
    }

    @Override
    final Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        long[] bitmap = truth(values);
        int[] offsets = array.offsets();
        long[] result = new long[rows];
        for (int row = 0; row < rows; row++) {
            int count = 0;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                count += Bitmaps.get(bitmap, i) ? 1 : 0;
            }
            result[row] = answer(count, offsets[row + 1] - offsets[row]);
        }
        return Narrowing.ofLongs(result, rows, type);
    }
}
