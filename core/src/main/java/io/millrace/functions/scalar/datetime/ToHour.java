package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The hour, 0 to 23. */
@Builtin({"toHour", "HOUR"})
final class ToHour extends TimePart {
    ToHour() {
        super("toHour", 3600, 24);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toHour(time[, zone])", "The hour, 0 to 23.")
                .example("SELECT toHour(toDateTime('2024-02-03 04:05:06', 'UTC'))", "4");
    }
}
