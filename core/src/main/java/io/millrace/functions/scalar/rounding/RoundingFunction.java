package io.millrace.functions.scalar.rounding;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Base of round, floor, ceil, trunc, roundBankers: to a number of digits behind the point, or before it when negative. */
abstract class RoundingFunction implements ScalarFunction {
    private final String name;
    private final RoundingMode exact;

    /** @param exact how integers and decimals are rounded; floats of round go to the even neighbour */
    RoundingFunction(String name, RoundingMode exact) {
        this.name = name;
        this.exact = exact;
    }

    /** To a whole number. */
    abstract double whole(double value);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        DataType type = arguments.getFirst().type();
        if (!Types.isNumber(type)) {
            throw Signature.illegalType(name, type);
        }
        if (arguments.size() == 2 && !(arguments.get(1).type() instanceof DataType.IntegerType i && i.bits() <= 64)) {
            throw Signature.illegalType(name, arguments.get(1).type());
        }
        DataType digits = arguments.size() == 2 ? arguments.get(1).type() : Types.INT8;
        return new Bound(type, digits, this);
    }

    private record Bound(DataType type, DataType digitsType, RoundingFunction function) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            boolean varying =
                    arguments.length > 1 && !(arguments[1] instanceof io.millrace.data.column.ConstColumn) && rows > 0;
            Column values = arguments[0].plain();
            int digits = arguments.length > 1 && rows > 0 ? digits(arguments[1], 0) : 0;
            if (type instanceof FloatType) {
                return floats(arguments, values, varying, digits, rows);
            }
            int scale = type instanceof DecimalType d ? d.scale() : 0;
            if (!varying && digits >= scale) {
                return values;
            }
            BigInteger[] result = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                int wanted = varying ? digits(arguments[1], i) : digits;
                result[i] = exactly(Numbers.bigAt(values, i, type), scale, wanted);
            }
            return Narrowing.ofBigs(result, rows, type);
        }

        private Column floats(Column[] arguments, Column values, boolean varying, int digits, int rows) {
            double[] source = Widening.doubles(values, type, rows);
            double[] result = new double[rows];
            double power = Math.pow(10, Math.abs(digits));
            for (int i = 0; i < rows; i++) {
                int wanted = varying ? digits(arguments[1], i) : digits;
                double factor = varying ? Math.pow(10, Math.abs(wanted)) : power;
                result[i] = floating(source[i], wanted, factor);
            }
            return Narrowing.ofDoubles(result, rows, type);
        }

        private double floating(double value, int digits, double factor) {
            if (digits == 0) {
                return function.whole(value);
            }
            double rounded =
                    digits > 0 ? function.whole(value * factor) / factor : function.whole(value / factor) * factor;
            return Double.isFinite(rounded) ? rounded : value;
        }

        private BigInteger exactly(BigInteger value, int scale, int digits) {
            if (digits >= scale) {
                return value;
            }
            if (scale - digits > 77) {
                return BigInteger.ZERO;
            }
            BigDecimal number = new BigDecimal(value, scale).setScale(digits, function.exact);
            return number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        }

        private int digits(Column column, int row) {
            long digits = Numbers.longAt(column, row, Numbers.isSigned(digitsType));
            if (digits > Short.MAX_VALUE || digits < Short.MIN_VALUE) {
                throw new DbException(
                        ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale argument for rounding function is too large");
            }
            return (int) digits;
        }
    }
}
