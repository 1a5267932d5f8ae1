package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the five minutes. */
@Builtin({"toStartOfFiveMinutes", "toStartOfFiveMinute"})
final class ToStartOfFiveMinutes extends TimeTruncation {
    ToStartOfFiveMinutes() {
        super("toStartOfFiveMinutes", IntervalUnit.MINUTE, 5);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toStartOfFiveMinutes(time[, zone])", "The beginning of the five minutes.")
                .example(
                        "SELECT toStartOfFiveMinutes(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 04:05:00");
    }
}
