package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the fifteen minutes. */
@Builtin("toStartOfFifteenMinutes")
final class ToStartOfFifteenMinutes extends TimeTruncation {
    ToStartOfFifteenMinutes() {
        super("toStartOfFifteenMinutes", IntervalUnit.MINUTE, 15);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toStartOfFifteenMinutes(time[, zone])",
                        "The beginning of the fifteen minutes.")
                .example(
                        "SELECT toStartOfFifteenMinutes(toDateTime('2024-02-03 04:05:06', 'UTC'))",
                        "2024-02-03 04:00:00");
    }
}
