package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A DateTime64 from its numbers; the fraction counts the last digit of the precision. */
@Builtin({"makeDateTime64", "MAKEDATETIME64"})
final class MakeDateTime64 implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "makeDateTime64(year, month, day, hour, minute, second[, fraction[, precision[, zone]]])",
                        "A DateTime64 from its numbers; the fraction counts the last digit of the precision.")
                .example("SELECT makeDateTime64(2024, 2, 3, 4, 5, 6, 789, 3, 'UTC')", "2024-02-03 04:05:06.789");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("makeDateTime64", arguments, 6, 9);
        int numbers = Math.min(7, arguments.size());
        MadeDate.check("makeDateTime64", arguments, numbers);
        long precision =
                arguments.size() > 7 ? arguments.get(7).requireConstantInteger("makeDateTime64", "precision") : 3;
        DataType type =
                new DateTime64Type(Math.clamp(precision, 0, 9), Moments.zoneArgument("makeDateTime64", arguments, 8));
        TimeZone zone = Moments.zone(type, context);
        return new MadeDate(type, zone, arguments.stream().map(Argument::type).toList(), numbers);
    }
}
