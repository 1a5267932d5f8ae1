package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** The beginning of the ten minutes. */
@Builtin("toStartOfTenMinutes")
final class ToStartOfTenMinutes extends TimeTruncation {
    ToStartOfTenMinutes() {
        super("toStartOfTenMinutes", IntervalUnit.MINUTE, 10);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfTenMinutes(time[, zone])", "The beginning of the ten minutes.")
                .example("SELECT toStartOfTenMinutes(toDateTime('2024-02-03 04:05:06', 'UTC'))", "2024-02-03 04:00:00");
    }
}
