package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A DateTime from its numbers. */
@Builtin({"makeDateTime", "MAKEDATETIME"})
final class MakeDateTime implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "makeDateTime(year, month, day, hour, minute, second[, zone])",
                        "A DateTime from its numbers.")
                .example("SELECT makeDateTime(2024, 2, 3, 4, 5, 6, 'UTC')", "2024-02-03 04:05:06");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("makeDateTime", arguments, 6, 7);
        MadeDate.check("makeDateTime", arguments, 6);
        DataType type = new DateTimeType(Moments.zoneArgument("makeDateTime", arguments, 6));
        TimeZone zone = Moments.zone(type, context);
        return new MadeDate(type, zone, arguments.stream().map(Argument::type).toList(), 6);
    }
}
