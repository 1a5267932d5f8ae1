package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.arithmetic.Division.Kind;
import io.millrace.functions.scalar.arithmetic.Division.OnZero;
import io.millrace.functions.scalar.kernel.ConstantDivisor;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;

/** intDiv and modulo of integers of up to 64 bits; by a constant without any division instruction. */
record IntegerDivision(DataType type, boolean signedA, boolean signedB, Kind kind, OnZero onZero)
        implements BoundScalar {
    @Override
    public boolean mayFail() {
        return onZero == OnZero.FAIL;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        long[] a = Widening.longs(arguments[0], signedA, rows);
        long[] result = new long[rows];
        if (arguments[1] instanceof ConstColumn constant) {
            long divisor = Numbers.longAt(constant, 0, signedB);
            boolean plain = divisor != 0 && divisor != -1 && (divisor > 0 || signedB);
            if (plain && !(hasHighBit(a, rows) && !signedA)) {
                byConstant(a, new ConstantDivisor(divisor), rows, result);
            } else {
                for (int i = 0; i < rows; i++) {
                    result[i] = one(a[i], divisor);
                }
            }
            return Narrowing.ofLongs(result, rows, type);
        }
        long[] b = Widening.longs(arguments[1], signedB, rows);
        for (int i = 0; i < rows; i++) {
            result[i] = one(a[i], b[i]);
        }
        return Narrowing.ofLongs(result, rows, type);
    }

    private static boolean hasHighBit(long[] values, int rows) {
        long any = 0;
        for (int i = 0; i < rows; i++) {
            any |= values[i];
        }
        return any < 0;
    }

    private void byConstant(long[] a, ConstantDivisor divisor, int rows, long[] result) {
        long d = divisor.divisor();
        switch (kind) {
            case QUOTIENT -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = divisor.quotient(a[i]);
                }
            }
            case REMAINDER -> {
                for (int i = 0; i < rows; i++) {
                    result[i] = a[i] - divisor.quotient(a[i]) * d;
                }
            }
            case POSITIVE_REMAINDER -> {
                long positive = Math.abs(d);
                for (int i = 0; i < rows; i++) {
                    long remainder = a[i] - divisor.quotient(a[i]) * d;
                    result[i] = remainder + (remainder >> 63 & positive);
                }
            }
        }
    }

    private long one(long a, long b) {
        if (b == 0) {
            if (onZero == OnZero.FAIL) {
                throw Division.byZero();
            }
            return 0;
        }
        if (signedA && signedB && b == -1 && isSmallest(a)) {
            if (onZero == OnZero.FAIL) {
                throw Division.byMinusOne();
            }
            return 0;
        }
        boolean beyond = a < 0 && !signedA || b < 0 && !signedB;
        return beyond ? oneBeyondLong(a, b) : of(a, b);
    }

    private boolean isSmallest(long a) {
        return a == -1L << Numbers.bits(type) - 1 || a == Long.MIN_VALUE;
    }

    private long of(long a, long b) {
        if (kind == Kind.QUOTIENT) {
            return a / b;
        }
        long remainder = a % b;
        return kind == Kind.POSITIVE_REMAINDER && remainder < 0 ? remainder + Math.abs(b) : remainder;
    }

    /** One of them is a UInt64 of 2^63 or more. */
    private long oneBeyondLong(long a, long b) {
        if (!signedA && !signedB) {
            return kind == Kind.QUOTIENT ? Long.divideUnsigned(a, b) : Long.remainderUnsigned(a, b);
        }
        var x = signedA ? java.math.BigInteger.valueOf(a) : Numbers.unsigned(a);
        var y = signedB ? java.math.BigInteger.valueOf(b) : Numbers.unsigned(b);
        if (kind == Kind.QUOTIENT) {
            return x.divide(y).longValue();
        }
        var remainder = x.remainder(y);
        boolean lift = kind == Kind.POSITIVE_REMAINDER && remainder.signum() < 0;
        return (lift ? remainder.add(y.abs()) : remainder).longValue();
    }
}
