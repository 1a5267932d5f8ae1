package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigInteger;
import java.util.function.BinaryOperator;

/** An operation on integers of 128 or 256 bits, row by row; the result wraps around. */
record WideArithmetic(DataType type, DataType typeA, DataType typeB, BinaryOperator<BigInteger> operation)
        implements BoundScalar {
    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        BigInteger[] result = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = operation.apply(Numbers.bigAt(arguments[0], i, typeA), Numbers.bigAt(arguments[1], i, typeB));
        }
        return Narrowing.ofBigs(result, rows, type);
    }
}
