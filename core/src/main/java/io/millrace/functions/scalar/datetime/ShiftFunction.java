package io.millrace.functions.scalar.datetime;

import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of addDays, subtractMonths and their like. */
abstract class ShiftFunction implements ScalarFunction {
    private final String name;
    private final IntervalUnit unit;
    private final boolean backwards;

    ShiftFunction(String name, IntervalUnit unit, boolean backwards) {
        this.name = name;
        this.unit = unit;
        this.backwards = backwards;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2, 3);
        return Shift.bind(name, arguments.get(0).type(), arguments.get(1).type(), unit, backwards, context);
    }
}
