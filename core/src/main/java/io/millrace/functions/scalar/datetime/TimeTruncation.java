package io.millrace.functions.scalar.datetime;

import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of toStartOfDay, toStartOfHour, toStartOfFiveMinutes and so on: a fixed interval. */
abstract class TimeTruncation implements ScalarFunction {
    private final String name;
    private final IntervalUnit unit;
    private final int count;

    TimeTruncation(String name, IntervalUnit unit, int count) {
        this.name = name;
        this.unit = unit;
        this.count = count;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 2);
        Moments moments = Moments.of(name, arguments, 0, 1, context);
        if (unit != IntervalUnit.DAY) {
            TimePart.requireTime(name, moments);
        }
        if (unit == IntervalUnit.SECOND && moments.precision() == 0) {
            throw Signature.illegalType(name, moments.type());
        }
        if (unit == IntervalUnit.SECOND) {
            return new Truncation(moments.type(), moments, unit, count);
        }
        return Truncation.toStartOf(moments, unit, count, Moments.zoneArgument(name, arguments, 1));
    }
}
