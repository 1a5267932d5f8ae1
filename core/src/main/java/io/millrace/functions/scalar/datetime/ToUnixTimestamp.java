package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTimeType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.conversion.CastMode;
import io.millrace.functions.scalar.conversion.Casts;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of seconds since 1970-01-01 00:00:00 UTC; a text is read as a time of the zone. */
@Builtin("toUnixTimestamp")
final class ToUnixTimestamp implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toUnixTimestamp(time[, zone])",
                        "The number of seconds since 1970-01-01 00:00:00 UTC; a text is read as a time of the zone.")
                .example("SELECT toUnixTimestamp(toDateTime('2024-02-03 04:05:06', 'UTC'))", "1706933106")
                .example("SELECT toUnixTimestamp('2024-02-03 04:05:06', 'UTC')", "1706933106");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toUnixTimestamp", arguments, 1, 2);
        DataType from = arguments.getFirst().type();
        if (Types.isStringLike(from)) {
            DataType time = new DateTimeType(Moments.zoneArgument("toUnixTimestamp", arguments, 1));
            return new OfText(Casts.bind(from, time, CastMode.CAST, context));
        }
        return new Bound(Moments.of("toUnixTimestamp", arguments, 0, 1, context));
    }

    private record Bound(Moments moments) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT32;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return Narrowing.ofLongs(moments.seconds(arguments[0], rows), rows, Types.UINT32);
        }
    }

    /** A DateTime is stored as the number that is asked for. */
    private record OfText(BoundScalar cast) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT32;
        }

        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            return cast.evaluate(new Column[] {arguments[0]}, rows, context);
        }
    }
}
