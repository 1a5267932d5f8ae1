package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some minutes. */
@Builtin("subtractMinutes")
final class SubtractMinutes extends ShiftFunction {
    SubtractMinutes() {
        super("subtractMinutes", IntervalUnit.MINUTE, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractMinutes(time, n)", "A date or time earlier by some minutes.")
                .example("SELECT subtractMinutes(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 04:04:06");
    }
}
