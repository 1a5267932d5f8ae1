package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The minute, 0 to 59. */
@Builtin({"toMinute", "MINUTE"})
final class ToMinute extends TimePart {
    ToMinute() {
        super("toMinute", 60, 60);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toMinute(time[, zone])", "The minute, 0 to 59.")
                .example("SELECT toMinute(toDateTime('2024-02-03 04:05:06', 'UTC'))", "5");
    }
}
