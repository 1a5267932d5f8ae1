package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** A moment as a text; the format is that of MySQL. */
@Builtin({"formatDateTime", "DATE_FORMAT"})
final class FormatDateTime implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "formatDateTime(time, 'format'[, zone])",
                        "A moment as a text; the format is that of MySQL.")
                .example(
                        "SELECT formatDateTime(toDateTime('2024-02-03 04:05:06', 'UTC'), '%Y-%m-%d %H:%i:%s')",
                        "2024-02-03 04:05:06");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("formatDateTime", arguments, 2, 3);
        Moments moments = Moments.of("formatDateTime", arguments, 0, 2, context);
        return new FormattedTime(
                moments, new DateTimeFormat(arguments.get(1).requireConstantText("formatDateTime", "format")));
    }
}
