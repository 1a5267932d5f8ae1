package io.millrace.functions.scalar.datetime;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of functions of a day and a mode that says how weeks are counted: toWeek(date[, mode[, zone]]). */
abstract class ModePart implements ScalarFunction {
    private final String name;
    private final DataType type;

    ModePart(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    abstract long of(long day, int mode);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, 3);
        int mode = arguments.size() < 2 ? 0 : mode(arguments.get(1));
        DatePart.DayFunction function =
                type.equals(Types.DATE) ? day -> Math.max(0, of(day, mode)) : day -> of(day, mode);
        return new DatePart.Bound(type, Moments.of(name, arguments, 0, 2, context), function);
    }

    private int mode(Argument argument) {
        return (int) argument.requireConstantInteger(name, "mode") & 0xFF;
    }
}
