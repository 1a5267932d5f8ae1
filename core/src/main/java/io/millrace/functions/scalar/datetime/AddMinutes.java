package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some minutes. */
@Builtin("addMinutes")
final class AddMinutes extends ShiftFunction {
    AddMinutes() {
        super("addMinutes", IntervalUnit.MINUTE, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addMinutes(time, n)", "A date or time later by some minutes.")
                .example("SELECT addMinutes(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 04:06:06");
    }
}
