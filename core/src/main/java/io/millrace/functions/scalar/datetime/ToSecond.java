package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The second, 0 to 59. */
@Builtin({"toSecond", "SECOND"})
final class ToSecond extends TimePart {
    ToSecond() {
        super("toSecond", 1, 60);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toSecond(time[, zone])", "The second, 0 to 59.")
                .example("SELECT toSecond(toDateTime('2024-02-03 04:05:06', 'UTC'))", "6");
    }
}
