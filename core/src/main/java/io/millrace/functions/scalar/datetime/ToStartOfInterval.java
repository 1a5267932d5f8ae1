package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.IntervalType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The beginning of the interval of some units in which a moment lies. */
@Builtin({"toStartOfInterval", "time_bucket", "date_bin", "TIME_BUCKET", "DATE_BIN"})
final class ToStartOfInterval implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toStartOfInterval(time, INTERVAL n unit[, zone])",
                        "The beginning of the interval of some units in which a moment lies.")
                .example(
                        "SELECT toStartOfInterval(toDateTime('2024-02-03 04:05:06', 'UTC'), INTERVAL 7 MINUTE)",
                        "2024-02-03 04:02:00")
                .example("SELECT toStartOfInterval(toDate('2024-02-03'), INTERVAL 5 MONTH)", "2023-10-01");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("toStartOfInterval", arguments, 2, 3);
        Moments moments = Moments.of("toStartOfInterval", arguments, 0, 2, context);
        if (!(arguments.get(1).type() instanceof IntervalType interval)) {
            throw Signature.illegalType("toStartOfInterval", arguments.get(1).type());
        }
        long count = Numbers.longAt(arguments.get(1).requireConstant("toStartOfInterval", "interval"), 0, true);
        if (count <= 0) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Value for 2nd argument of function toStartOfInterval must be positive");
        }
        return Truncation.toStartOf(
                moments, interval.unit(), count, Moments.zoneArgument("toStartOfInterval", arguments, 2));
    }
}
