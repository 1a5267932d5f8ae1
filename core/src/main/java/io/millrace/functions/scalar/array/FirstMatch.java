package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.column.NullableColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Base of arrayFirst, arrayLast and their variants: the first or last element for which a lambda is true. */
abstract class FirstMatch extends LambdaFunction {
    private final boolean last;
    private final boolean orNull;

    FirstMatch(String name, boolean last, boolean orNull) {
        super(name, true);
        this.last = last;
        this.orNull = orNull;
    }

    /** The position of the match in each array's elements, or -1. */
    static int[] matches(ArrayColumn array, Column values, boolean last, int rows) {
        long[] bitmap = truth(values);
        int[] offsets = array.offsets();
        int[] positions = new int[rows];
        for (int row = 0; row < rows; row++) {
            int found = -1;
            for (int i = offsets[row]; i < offsets[row + 1] && (last || found < 0); i++) {
                found = Bitmaps.get(bitmap, i) ? i : found;
            }
            positions[row] = found;
        }
        return positions;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        requireCondition(value);
        return orNull ? Types.nullable(element) : element;
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        int[] positions = matches(array, values, last, rows);
        Column found = array.elements().gather(positions, rows);
        if (!orNull || found.plain() instanceof NullableColumn) {
            return found;
        }
        byte[] nulls = new byte[rows];
        for (int row = 0; row < rows; row++) {
            nulls[row] = (byte) (positions[row] < 0 ? 1 : 0);
        }
        return new NullableColumn(nulls, found.plain());
    }
}
