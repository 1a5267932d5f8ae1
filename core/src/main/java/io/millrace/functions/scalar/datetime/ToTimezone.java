package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.text.TimeZone;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.Optional;

/** The same moment, shown in another zone. */
@Builtin({"toTimezone", "toTimeZone"})
final class ToTimezone implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toTimezone(time, zone)", "The same moment, shown in another zone.")
                .example(
                        "SELECT toTimezone(toDateTime('2024-02-03 04:05:06', 'UTC'), 'Asia/Kolkata')",
                        "2024-02-03 09:35:06");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toTimezone", arguments, 2);
        if (!Types.bare(arguments.get(1).type()).equals(Types.STRING)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_COLUMN, "The time zone of function toTimezone must be a constant string");
        }
        Optional<String> zone = Moments.zoneArgument("toTimezone", arguments, 1);
        zone.ifPresent(TimeZone::of);
        return switch (arguments.getFirst().type()) {
            case DateTimeType d -> new Bound(new DateTimeType(zone));
            case DateTime64Type d -> new Bound(new DateTime64Type(d.precision(), zone));
            default ->
                throw Signature.illegalType("toTimezone", arguments.getFirst().type());
        };
    }

    private record Bound(DataType type) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return arguments[0];
        }
    }
}
