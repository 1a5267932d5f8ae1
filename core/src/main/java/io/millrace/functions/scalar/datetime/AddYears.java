package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some years. */
@Builtin("addYears")
final class AddYears extends ShiftFunction {
    AddYears() {
        super("addYears", IntervalUnit.YEAR, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addYears(time, n)", "A date or time later by some years.")
                .example("SELECT addYears(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2025-02-03 04:05:06");
    }
}
