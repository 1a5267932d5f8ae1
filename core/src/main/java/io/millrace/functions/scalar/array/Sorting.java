package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** Base of arraySort, arrayReverseSort and the partial sorts, which sort completely. */
abstract class Sorting extends LambdaFunction {
    private final boolean descending;

    Sorting(String name, boolean descending) {
        super(name, false);
        this.descending = descending;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        return Types.array(element);
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        ValueOrder order = ValueOrder.of(valueType);
        IntBinaryOperator comparison = descending
                ? (a, b) -> order.compare(values, b, values, a, -1)
                : (a, b) -> order.compare(values, a, values, b, 1);
        int[] offsets = array.offsets();
        int[] positions = new int[offsets[rows]];
        Arrays.setAll(positions, i -> i);
        for (int row = 0; row < rows; row++) {
            IndexSort.sort(positions, offsets[row], offsets[row + 1], comparison);
        }
        return new ArrayColumn(offsets, array.elements().gather(positions, positions.length), rows);
    }
}
