package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Base of arrayFirstIndex and arrayLastIndex. */
abstract class MatchIndex extends LambdaFunction {
    private final boolean last;

    MatchIndex(String name, boolean last) {
        super(name, true);
        this.last = last;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        requireCondition(value);
        return Types.UINT32;
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        int[] positions = FirstMatch.matches(array, values, last, rows);
        for (int row = 0; row < rows; row++) {
            positions[row] = positions[row] < 0 ? 0 : positions[row] - array.offsets()[row] + 1;
        }
        return new IntColumn(positions, rows);
    }
}
