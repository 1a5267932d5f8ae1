package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some hours. */
@Builtin("addHours")
final class AddHours extends ShiftFunction {
    AddHours() {
        super("addHours", IntervalUnit.HOUR, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addHours(time, n)", "A date or time later by some hours.")
                .example("SELECT addHours(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 05:05:06");
    }
}
