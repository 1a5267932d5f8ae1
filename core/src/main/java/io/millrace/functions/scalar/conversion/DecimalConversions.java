package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers to decimals and decimals to integers; digits that do not fit behind the point are cut off. */
final class DecimalConversions {
    private DecimalConversions() {}

    static Conversion of(DataType from, DecimalType to) {
        if (from instanceof FloatType) {
            return (values, rows, failures) -> fromFloat(values, from, to, rows, failures);
        }
        int scale = scale(from);
        boolean small = Numbers.fitsLong(from) && to.bits() <= 64 && Math.abs(to.scale() - scale) <= 18;
        boolean unsigned64 = from.equals(io.millrace.data.type.Types.UINT64);
        return (values, rows, failures) ->
                small && !unsigned64 ? small(values, from, to, rows, failures) : big(values, from, to, rows, failures);
    }

    private static int scale(DataType type) {
        return switch (type) {
            case DecimalType d -> d.scale();
            case DateTime64Type d -> d.precision();
            default -> 0;
        };
    }

    private static Column small(Column values, DataType from, DecimalType to, int rows, Failures failures) {
        long[] source = Widening.longs(values, Numbers.isSigned(from), rows);
        int shift = to.scale() - scale(from);
        long power = Numbers.longPower(Math.abs(shift));
        long limit = to.bits() == 32 ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long most = shift >= 0 ? limit / power : Long.MAX_VALUE;
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            long value = source[i];
            boolean fits = value <= most && value >= -most;
            long rescaled = shift >= 0 ? value * power : value / power;
            if (!fits || to.bits() == 32 && rescaled != (int) rescaled) {
                failures.fail(i, rows, overflow(""));
            } else {
                result[i] = rescaled;
            }
        }
        return Narrowing.ofLongs(result, rows, to);
    }

    private static Column big(Column values, DataType from, DecimalType to, int rows, Failures failures) {
        int shift = to.scale() - scale(from);
        BigInteger power = Numbers.power(Math.abs(shift));
        BigInteger[] result = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            BigInteger value = Numbers.bigAt(values, i, from);
            BigInteger rescaled = shift >= 0 ? value.multiply(power) : value.divide(power);
            result[i] = rescaled;
            if (rescaled.bitLength() >= to.bits()) {
                failures.fail(i, rows, overflow(""));
                result[i] = BigInteger.ZERO;
            }
        }
        return Narrowing.ofBigs(result, rows, to);
    }

    private static Column fromFloat(Column values, DataType from, DecimalType to, int rows, Failures failures) {
        double[] source = Widening.doubles(values, from, rows);
        double power = Numbers.doublePower(to.scale());
        BigInteger[] result = new BigInteger[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = BigInteger.ZERO;
            double scaled = source[i] * power;
            if (!Double.isFinite(source[i])) {
                failures.fail(i, rows, overflow(". Cannot convert infinity or NaN to decimal"));
                continue;
            }
            BigInteger unscaled = Double.isInfinite(scaled) ? null : new BigDecimal(scaled).toBigInteger();
            if (unscaled == null || unscaled.bitLength() >= to.bits()) {
                failures.fail(i, rows, overflow(". Float is out of Decimal range"));
            } else {
                result[i] = unscaled;
            }
        }
        return Narrowing.ofBigs(result, rows, to);
    }

    static Conversion toInteger(DecimalType from, IntegerType to) {
        BigInteger power = Numbers.power(from.scale());
        BigInteger min = Numbers.min(to);
        BigInteger max = Numbers.max(to);
        return (values, rows, failures) -> {
            BigInteger[] result = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = Numbers.bigAt(values, i, from).divide(power);
                if (result[i].compareTo(min) < 0 || result[i].compareTo(max) > 0) {
                    result[i] = BigInteger.ZERO;
                    failures.fail(i, rows, new DbException(ErrorCode.DECIMAL_OVERFLOW, "Convert overflow"));
                }
            }
            return Narrowing.ofBigs(result, rows, to);
        };
    }

    private static DbException overflow(String why) {
        return new DbException(ErrorCode.DECIMAL_OVERFLOW, "Decimal convert overflow" + why);
    }
}
