package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/**
 * Converts a value to Date: a text, a time of the zone, a number of days, or of seconds when it is larger than
 * 65535.
 */
@Builtin("toDate")
final class ToDate implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDate(x[, zone])",
                        "Converts a value to Date: a text, a time of the zone, a number of days, or of seconds when it is larger than 65535.")
                .example("SELECT toDate('2024-02-03'), toDate(19756)", "2024-02-03\t2024-02-03")
                .example("SELECT toDate(toDateTime('2024-01-01 00:00:00', 'UTC'), 'America/New_York')", "2023-12-31");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toDate", arguments, 1, 2);
        DataType from = arguments.getFirst().type();
        if (arguments.size() == 2) {
            from = ShownZone.of("toDate", from, arguments.get(1));
        }
        return new FirstCast(Casts.bind(from, Types.DATE, CastMode.CAST, context));
    }
}
