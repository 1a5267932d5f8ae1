package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the hour. */
@Builtin("toStartOfHour")
final class ToStartOfHour extends TimeTruncation {
    ToStartOfHour() {
        super("toStartOfHour", IntervalUnit.HOUR, 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfHour(time[, zone])", "The beginning of the hour.")
                .example("SELECT toStartOfHour(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 04:00:00");
    }
}
