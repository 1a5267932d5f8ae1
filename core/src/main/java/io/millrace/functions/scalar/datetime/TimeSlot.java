package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the half hour. */
@Builtin("timeSlot")
final class TimeSlot extends TimeTruncation {
    TimeSlot() {
        super("timeSlot", IntervalUnit.MINUTE, 30);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "timeSlot(time[, zone])", "The beginning of the half hour.")
                .example("SELECT timeSlot(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 04:00:00");
    }
}
