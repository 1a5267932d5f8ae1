package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the second. */
@Builtin("toStartOfSecond")
final class ToStartOfSecond extends TimeTruncation {
    ToStartOfSecond() {
        super("toStartOfSecond", IntervalUnit.SECOND, 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfSecond(time[, zone])", "The beginning of the second.")
                .example(
                        "SELECT toStartOfSecond(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))",
                        "2024-02-03 04:05:06.000");
    }
}
