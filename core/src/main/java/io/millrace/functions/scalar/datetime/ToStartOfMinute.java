package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the minute. */
@Builtin("toStartOfMinute")
final class ToStartOfMinute extends TimeTruncation {
    ToStartOfMinute() {
        super("toStartOfMinute", IntervalUnit.MINUTE, 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfMinute(time[, zone])", "The beginning of the minute.")
                .example("SELECT toStartOfMinute(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 04:05:00");
    }
}
