package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.order.ValueOrder;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.kernel.Signature;

/** Base of arrayMin and arrayMax. */
abstract class Extremes extends LambdaFunction {
    private final int sign;

    Extremes(String name, int sign) {
        super(name, false);
        this.sign = sign;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        if (value.equals(Types.NOTHING)) {
            throw Signature.illegalType(name(), value);
        }
        return value;
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        ValueOrder order = ValueOrder.of(valueType);
        int[] offsets = array.offsets();
        int[] positions = new int[rows];
        for (int row = 0; row < rows; row++) {
            int best = -1;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                if (best < 0 || sign * order.compare(values, i, values, best, sign) < 0) {
                    best = i;
                }
            }
            positions[row] = best;
        }
        return values.gather(positions, rows);
    }
}
