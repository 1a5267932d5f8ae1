package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.function.BinaryOperator;

/**
 * plus, minus and multiply of decimals, integers being decimals of scale 0. As in ClickHouse the result must fit the integer that stores it, not the
 * declared precision.
 */
record DecimalArithmetic(
        DecimalType type,
        DataType typeA,
        DataType typeB,
        boolean sameScale,
        Loops loops,
        BinaryOperator<BigInteger> wide)
        implements BoundScalar {
    @Override
    public boolean mayFail() {
        return true;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        boolean small = type.bits() <= 64 && Numbers.fitsLong(typeA) && Numbers.fitsLong(typeB);
        try {
            return small ? small(arguments, rows) : big(arguments, rows);
        } catch (ArithmeticException e) {
            throw overflow();
        }
    }

    private Column small(Column[] arguments, int rows) {
        long[] a = rescaled(arguments[0], typeA, rows);
        long[] b = rescaled(arguments[1], typeB, rows);
        long[] result = new long[rows];
        loops.exact(a, b, result, rows);
        if (type.bits() == 32 && outside(result, rows)) {
            throw overflow();
        }
        return Narrowing.ofLongs(result, rows, type);
    }

    private static boolean outside(long[] values, int rows) {
        for (int i = 0; i < rows; i++) {
            if (values[i] != (int) values[i]) {
                return true;
            }
        }
        return false;
    }

    private long[] rescaled(Column column, DataType from, int rows) {
        long[] values = Widening.longs(column, Numbers.isSigned(from), rows);
        int up = sameScale ? type.scale() - scale(from) : 0;
        if (up == 0) {
            return values;
        }
        long power = Numbers.longPower(up);
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = Math.multiplyExact(values[i], power);
        }
        return result;
    }

    private Column big(Column[] arguments, int rows) {
        BigInteger powerA = Numbers.power(sameScale ? type.scale() - scale(typeA) : 0);
        BigInteger powerB = Numbers.power(sameScale ? type.scale() - scale(typeB) : 0);
        BigInteger[] result = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            BigInteger a = Numbers.bigAt(arguments[0], i, typeA).multiply(powerA);
            BigInteger b = Numbers.bigAt(arguments[1], i, typeB).multiply(powerB);
            result[i] = wide.apply(a, b);
            if (result[i].bitLength() >= type.bits()) {
                throw overflow();
            }
        }
        return Narrowing.ofBigs(result, rows, type);
    }

    static int scale(DataType type) {
        return type instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    static DbException overflow() {
        return new DbException(ErrorCode.DECIMAL_OVERFLOW, "Decimal math overflow");
    }
}
