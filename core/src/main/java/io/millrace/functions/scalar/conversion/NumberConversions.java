package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.WideColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.functions.scalar.conversion.Conversions.Simple;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers (and dates as numbers) to integers, floats and Bool. */
final class NumberConversions {
    private static final double TWO_63 = 0x1p63;

    private NumberConversions() {}

    static Conversion toBool(DataType from) {
        Simple simple = (values, rows) -> {
            byte[] result = new byte[rows];
            if (from instanceof FloatType) {
                double[] numbers = Widening.doubles(values, from, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) (numbers[i] != 0 ? 1 : 0);
                }
            } else if (values instanceof WideColumn) {
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) Math.abs(Numbers.bigAt(values, i, from).signum());
                }
            } else {
                long[] numbers = Widening.longs(values, false, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) (numbers[i] != 0 ? 1 : 0);
                }
            }
            return new ByteColumn(result, rows);
        };
        return simple;
    }

    static Conversion toInteger(DataType from, IntegerType to, CastMode mode) {
        if (from instanceof FloatType) {
            return mode.isAccurate()
                    ? accurateFromFloat(from, to)
                    : (v, rows, failures) -> fromFloat(v, from, to, rows, failures);
        }
        if (from instanceof DecimalType decimal) {
            return DecimalConversions.toInteger(decimal, to);
        }
        if (from instanceof DateTime64Type d) {
            return seconds(d, to);
        }
        return mode.isAccurate() && !holds(to, from) ? accurate(from, to) : wrapping(from, to);
    }

    /** Whether every value fits. */
    private static boolean holds(IntegerType to, DataType from) {
        return Numbers.min(to).compareTo(Numbers.min(from)) <= 0
                && Numbers.max(to).compareTo(Numbers.max(from)) >= 0;
    }

    private static Simple wrapping(DataType from, IntegerType to) {
        boolean signed = Numbers.isSigned(from);
        if (Numbers.bits(from) > 64 || to.bits() > 64) {
            return (values, rows) -> {
                BigInteger[] numbers = new BigInteger[rows];
                for (int i = 0; i < rows; i++) {
                    numbers[i] = Numbers.bigAt(values, i, from);
                }
                return Narrowing.ofBigs(numbers, rows, to);
            };
        }
        if (Numbers.bits(from) == to.bits()) {
            return (values, rows) -> values;
        }
        return switch (to.bits()) {
            case 8 -> (values, rows) -> new ByteColumn(Widening.bytes(values, rows), rows);
            case 16 ->
                (values, rows) -> new io.millrace.data.column.ShortColumn(Widening.shorts(values, signed, rows), rows);
            case 32 ->
                (values, rows) -> new io.millrace.data.column.IntColumn(Widening.ints(values, signed, rows), rows);
            default ->
                (values, rows) -> new io.millrace.data.column.LongColumn(Widening.longs(values, signed, rows), rows);
        };
    }

    private static Conversion accurate(DataType from, IntegerType to) {
        BigInteger min = Numbers.min(to);
        BigInteger max = Numbers.max(to);
        return (values, rows, failures) -> {
            BigInteger[] numbers = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                numbers[i] = Numbers.bigAt(values, i, from);
                if (numbers[i].compareTo(min) < 0 || numbers[i].compareTo(max) > 0) {
                    failures.fail(i, rows, unsafe(from, to));
                    numbers[i] = BigInteger.ZERO;
                }
            }
            return Narrowing.ofBigs(numbers, rows, to);
        };
    }

    private static Conversion accurateFromFloat(DataType from, IntegerType to) {
        BigInteger min = Numbers.min(to);
        BigInteger max = Numbers.max(to);
        return (values, rows, failures) -> {
            double[] source = Widening.doubles(values, from, rows);
            BigInteger[] numbers = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                numbers[i] = BigInteger.ZERO;
                boolean whole = Math.rint(source[i]) == source[i] && !Double.isInfinite(source[i]);
                BigInteger number = whole ? new BigDecimal(source[i]).toBigInteger() : BigInteger.ZERO;
                if (!whole || number.compareTo(min) < 0 || number.compareTo(max) > 0) {
                    failures.fail(i, rows, unsafe(from, to));
                } else {
                    numbers[i] = number;
                }
            }
            return Narrowing.ofBigs(numbers, rows, to);
        };
    }

    static DbException unsafe(DataType from, DataType to) {
        return new DbException(
                ErrorCode.CANNOT_CONVERT_TYPE,
                "Value in column " + from.name() + " cannot be safely converted into type " + to.name());
    }

    private static Column fromFloat(Column values, DataType from, IntegerType to, int rows, Failures failures) {
        double[] source = Widening.doubles(values, from, rows);
        boolean finite = true;
        for (int i = 0; i < rows; i++) {
            finite &= Double.isFinite(source[i]);
        }
        if (!finite) {
            source = source.clone();
            refuseInfinite(source, rows, failures);
        }
        if (to.bits() > 64) {
            BigInteger[] numbers = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                numbers[i] = new BigDecimal(source[i]).toBigInteger();
            }
            return Narrowing.ofBigs(numbers, rows, to);
        }
        long[] result = new long[rows];
        if (to.equals(Types.UINT64)) {
            for (int i = 0; i < rows; i++) {
                double value = source[i];
                result[i] = value >= TWO_63 ? (long) (value - TWO_63) ^ Long.MIN_VALUE : (long) value;
            }
        } else {
            for (int i = 0; i < rows; i++) {
                double value = source[i];
                result[i] = value >= TWO_63 ? Long.MIN_VALUE : (long) value;
            }
        }
        return Narrowing.ofLongs(result, rows, to);
    }

    private static void refuseInfinite(double[] values, int rows, Failures failures) {
        for (int i = 0; i < rows; i++) {
            if (!Double.isFinite(values[i])) {
                values[i] = 0;
                failures.fail(
                        i,
                        rows,
                        new DbException(ErrorCode.CANNOT_CONVERT_TYPE, "Unexpected inf or nan to integer conversion"));
            }
        }
    }

    /** Whole seconds of a DateTime64, cut towards zero. */
    private static Simple seconds(DateTime64Type from, IntegerType to) {
        long perSecond = DateTimeText.ticksPerSecond(from.precision());
        return (values, rows) -> {
            long[] ticks = Widening.longs(values, true, rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = ticks[i] / perSecond;
            }
            return Narrowing.ofLongs(result, rows, to);
        };
    }

    static Conversion toFloat(DataType from, FloatType to, CastMode mode) {
        if (from instanceof DateTime64Type d) {
            DecimalType decimal = new DecimalType(18, d.precision());
            return (values, rows, failures) -> Narrowing.ofDoubles(Widening.doubles(values, decimal, rows), rows, to);
        }
        if (!mode.isAccurate()) {
            return (values, rows, failures) -> Narrowing.ofDoubles(Widening.doubles(values, from, rows), rows, to);
        }
        return (values, rows, failures) -> {
            double[] source = Widening.doubles(values, from, rows);
            double[] result = new double[rows];
            for (int i = 0; i < rows; i++) {
                double rounded = to.bits() == 32 ? (float) source[i] : source[i];
                boolean exact = from instanceof FloatType
                        ? rounded == source[i] || Double.isNaN(rounded)
                        : from instanceof DecimalType
                                || new BigDecimal(rounded).compareTo(new BigDecimal(Numbers.bigAt(values, i, from)))
                                        == 0;
                if (exact) {
                    result[i] = rounded;
                } else {
                    failures.fail(i, rows, unsafe(from, to));
                }
            }
            return Narrowing.ofDoubles(result, rows, to);
        };
    }
}
