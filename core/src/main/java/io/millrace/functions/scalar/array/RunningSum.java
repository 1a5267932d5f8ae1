package io.millrace.functions.scalar.array;

import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;

/** Base of arrayCumSum and arrayCumSumNonNegative. */
abstract class RunningSum extends LambdaFunction {
    private final boolean atLeastZero;

    RunningSum(String name, boolean atLeastZero) {
        super(name, false);
        this.atLeastZero = atLeastZero;
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        return Types.array(ElementSums.type(name(), value));
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        DataType type = ElementSums.type(name(), valueType);
        Column sums = ElementSums.sums(values, valueType, type, array.offsets(), rows, true, atLeastZero);
        return new ArrayColumn(array.offsets(), sums, rows);
    }
}
