package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some years. */
@Builtin("subtractYears")
final class SubtractYears extends ShiftFunction {
    SubtractYears() {
        super("subtractYears", IntervalUnit.YEAR, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractYears(time, n)", "A date or time earlier by some years.")
                .example("SELECT subtractYears(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2023-02-03 04:05:06");
    }
}
