package io.millrace.functions.scalar.array;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.BoolType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.Arrays;

/** Sums over elements in the type ClickHouse gives them: Int64, UInt64, Float64 or the widest decimal. */
final class ElementSums {
    private ElementSums() {}

    static DataType type(String function, DataType element) {
        return switch (element) {
            case IntegerType i when i.bits() <= 64 -> i.signed() ? Types.INT64 : Types.UINT64;
            case IntegerType i -> i;
            case BoolType b -> Types.UINT64;
            case FloatType f -> Types.FLOAT64;
            case DecimalType d -> new DecimalType(d.bits() <= 64 ? 38 : d.bits() == 128 ? 38 : 76, d.scale());
            default -> throw Signature.illegalType(function, element);
        };
    }

    /** Running sums within each array, or the total of each array; negative ones become zero if asked. */
    static Column sums(
            Column values,
            DataType from,
            DataType type,
            int[] offsets,
            int rows,
            boolean running,
            boolean atLeastZero) {
        int elements = offsets[rows];
        int size = running ? elements : rows;
        if (type instanceof FloatType) {
            double[] numbers = Widening.doubles(values, from, elements);
            double[] result = new double[size];
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                    sum += numbers[i];
                    sum = atLeastZero && sum < 0 ? 0 : sum;
                    result[running ? i : row] = sum;
                }
            }
            return new DoubleColumn(result, size);
        }
        if (Numbers.fitsLong(type)) {
            long[] numbers = Widening.longs(values, Numbers.isSigned(from), elements);
            long[] result = new long[size];
            for (int row = 0; row < rows; row++) {
                long sum = 0;
                for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                    sum += numbers[i];
                    sum = atLeastZero && sum < 0 && Numbers.isSigned(type) ? 0 : sum;
                    result[running ? i : row] = sum;
                }
            }
            return Narrowing.ofLongs(result, size, type);
        }
        BigInteger[] result = new BigInteger[size];
        Arrays.fill(result, BigInteger.ZERO);
        for (int row = 0; row < rows; row++) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                sum = sum.add(Numbers.bigAt(values, i, from));
                sum = atLeastZero ? sum.max(BigInteger.ZERO) : sum;
                result[running ? i : row] = sum;
            }
        }
        return Narrowing.ofBigs(result, size, type);
    }
}
