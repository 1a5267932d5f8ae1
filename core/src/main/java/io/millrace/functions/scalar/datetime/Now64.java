package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.time.Instant;
import java.util.List;

/** When the query started, with a fraction; in milliseconds if no precision is given. */
@Builtin({"now64", "NOW64"})
final class Now64 implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "now64([precision[, zone]])",
                        "When the query started, with a fraction; in milliseconds if no precision is given.")
                .example("SELECT toTypeName(now64(6))", "DateTime64(6)");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("now64", arguments, 0, 2);
        long precision = arguments.isEmpty() ? 3 : arguments.getFirst().requireConstantInteger("now64", "scale");
        if (precision < 0 || precision > 9) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is out of bounds (max scale: 9)");
        }
        int digits = (int) precision;
        Instant now = context.now();
        long seconds = now.getEpochSecond() * DateTimeText.ticksPerSecond(digits);
        long fraction = now.getNano() / DateTimeText.ticksPerSecond(9 - digits);
        return new Moment(new DateTime64Type(digits, Moments.zoneArgument("now64", arguments, 1)), seconds + fraction);
    }
}
