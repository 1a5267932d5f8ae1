package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The values of a lambda for each element. */
@Builtin("arrayMap")
final class ArrayMap extends LambdaFunction {
    ArrayMap() {
        super("arrayMap", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayMap(x -> f(x), array, ...)", "The values of a lambda for each element.")
                .example("SELECT arrayMap(x -> x * 2, [1, 2, 3])", "[2,4,6]");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        return Types.array(value);
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        return new ArrayColumn(array.offsets(), values, rows);
    }
}
