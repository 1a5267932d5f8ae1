package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the day. */
@Builtin("toStartOfDay")
final class ToStartOfDay extends TimeTruncation {
    ToStartOfDay() {
        super("toStartOfDay", IntervalUnit.DAY, 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfDay(time[, zone])", "The beginning of the day.")
                .example("SELECT toStartOfDay(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 00:00:00");
    }
}
