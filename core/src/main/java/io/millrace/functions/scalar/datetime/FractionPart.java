package io.millrace.functions.scalar.datetime;

import io.millrace.data.column.Column;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of toMillisecond and its like: the fraction of the second in units of 10^-precision seconds. */
abstract class FractionPart implements ScalarFunction {
    private final String name;
    private final int precision;
    private final DataType type;

    FractionPart(String name, int precision, DataType type) {
        this.name = name;
        this.precision = precision;
        this.type = type;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        Moments moments = Moments.of(name, arguments, 0, 1, context);
        TimePart.requireTime(name, moments);
        return new Bound(type, moments, precision);
    }

    private record Bound(DataType type, Moments moments, int precision) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] ticks = Widening.longs(arguments[0], Numbers.isSigned(moments.type()), rows);
            long perSecond = DateTimeText.ticksPerSecond(moments.precision());
            int up = precision - moments.precision();
            long factor = DateTimeText.ticksPerSecond(Math.abs(up));
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                long fraction = Math.floorMod(ticks[i], perSecond);
                result[i] = up >= 0 ? fraction * factor : fraction / factor;
            }
            return Narrowing.ofLongs(result, rows, type);
        }
    }
}
