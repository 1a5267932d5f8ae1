package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.ConstantDivisor;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of toHour, toMinute and toSecond: local seconds divided by a unit, modulo the units of the next larger one. */
abstract class TimePart implements ScalarFunction {
    private final String name;
    private final int unit;
    private final int modulus;

    TimePart(String name, int unit, int modulus) {
        this.name = name;
        this.unit = unit;
        this.modulus = modulus;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        Moments moments = Moments.of(name, arguments, 0, 1, context);
        requireTime(name, moments);
        return new Bound(moments, new ConstantDivisor(unit), new ConstantDivisor(modulus));
    }

    static void requireTime(String function, Moments moments) {
        if (!moments.hasTime()) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal argument of type " + moments.type().name() + " for function " + function);
        }
    }

    private record Bound(Moments moments, ConstantDivisor unit, ConstantDivisor modulus) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] local = moments.localSeconds(arguments[0], rows);
            byte[] result = new byte[rows];
            for (int i = 0; i < rows; i++) {
                long units = unit.floor(local[i]);
                result[i] = (byte) (units - modulus.floor(units) * modulus.divisor());
            }
            return new ByteColumn(result, rows);
        }
    }
}
