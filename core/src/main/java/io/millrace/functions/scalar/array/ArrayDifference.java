package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ArrayColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.ArrayType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.NumberPromotion;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.Arrays;

/** The differences of neighbouring elements; the first is 0. */
@Builtin("arrayDifference")
final class ArrayDifference extends LambdaFunction {
    ArrayDifference() {
        super("arrayDifference", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayDifference([x -> f(x), ]array, ...)",
                        "The differences of neighbouring elements; the first is 0.")
                .example("SELECT arrayDifference([1, 4, 2])", "[0,3,-2]");
    }

    @Override
    DataType resultType(DataType element, DataType value) {
        if (value.equals(Types.UINT64)) {
            return Types.array(Types.INT64);
        }
        return Types.array(NumberPromotion.minus(value, value).orElseThrow(() -> Signature.illegalType(name(), value)));
    }

    @Override
    Column combine(ArrayColumn array, Column values, DataType valueType, int rows) {
        DataType type = ((ArrayType) resultType(valueType, valueType)).element();
        int[] offsets = array.offsets();
        int size = offsets[rows];
        if (type instanceof FloatType) {
            double[] numbers = Widening.doubles(values, valueType, size);
            double[] result = new double[size];
            for (int row = 0; row < rows; row++) {
                for (int i = offsets[row] + 1; i < offsets[row + 1]; i++) {
                    result[i] = numbers[i] - numbers[i - 1];
                }
            }
            return new ArrayColumn(offsets, Narrowing.ofDoubles(result, size, type), rows);
        }
        BigInteger[] result = new BigInteger[size];
        Arrays.fill(result, BigInteger.ZERO);
        for (int row = 0; row < rows; row++) {
            for (int i = offsets[row] + 1; i < offsets[row + 1]; i++) {
                result[i] = Numbers.bigAt(values, i, valueType).subtract(Numbers.bigAt(values, i - 1, valueType));
            }
        }
        return new ArrayColumn(offsets, Narrowing.ofBigs(result, size, type), rows);
    }
}
