package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.arithmetic.Division.Kind;
import io.millrace.functions.scalar.arithmetic.Division.OnZero;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import java.math.BigInteger;

/** intDiv and modulo of 128 and 256-bit integers and of decimals; the remainder of decimals is that of their unscaled numbers, as in ClickHouse. */
record WideDivision(DataType type, DataType typeA, DataType typeB, Kind kind, OnZero onZero) implements BoundScalar {
    @Override
    public boolean mayFail() {
        return onZero == OnZero.FAIL;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        boolean decimals = typeA instanceof DecimalType || typeB instanceof DecimalType;
        int scaleA = DecimalArithmetic.scale(typeA);
        int scaleB = DecimalArithmetic.scale(typeB);
        boolean align = decimals && kind == Kind.QUOTIENT;
        BigInteger up = Numbers.power(align ? Math.max(0, scaleB - scaleA) : 0);
        BigInteger upB = Numbers.power(align ? Math.max(0, scaleA - scaleB) : 0);
        BigInteger[] result = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            BigInteger a = Numbers.bigAt(arguments[0], i, typeA).multiply(up);
            BigInteger b = Numbers.bigAt(arguments[1], i, typeB).multiply(upB);
            result[i] = one(a, b);
        }
        return Narrowing.ofBigs(result, rows, type);
    }

    private BigInteger one(BigInteger a, BigInteger b) {
        if (b.signum() == 0) {
            if (onZero == OnZero.FAIL) {
                throw Division.byZero();
            }
            return BigInteger.ZERO;
        }
        if (kind == Kind.QUOTIENT) {
            return a.divide(b);
        }
        BigInteger remainder = a.remainder(b);
        return kind == Kind.POSITIVE_REMAINDER && remainder.signum() < 0 ? remainder.add(b.abs()) : remainder;
    }
}
