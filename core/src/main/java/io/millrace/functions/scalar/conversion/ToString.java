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

/** The text of a value; that of a time in the zone. */
@Builtin("toString")
final class ToString implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion", "toString(x[, zone])", "The text of a value; that of a time in the zone.")
                .example("SELECT toString(42), toString([1, 2])", "42\t[1,2]")
                .example(
                        "SELECT toString(toDateTime('2024-01-01 00:00:00', 'UTC'), 'America/New_York')",
                        "2023-12-31 19:00:00");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toString", arguments, 1, 2);
        DataType from = arguments.getFirst().type();
        if (arguments.size() == 2) {
            from = ShownZone.of("toString", from, arguments.get(1));
        }
        return new FirstCast(Casts.bind(from, Types.STRING, CastMode.CAST, context));
    }
}
