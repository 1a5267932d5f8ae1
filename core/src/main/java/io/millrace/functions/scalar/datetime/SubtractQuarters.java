package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some quarters. */
@Builtin("subtractQuarters")
final class SubtractQuarters extends ShiftFunction {
    SubtractQuarters() {
        super("subtractQuarters", IntervalUnit.QUARTER, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractQuarters(time, n)", "A date or time earlier by some quarters.")
                .example("SELECT subtractQuarters(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2023-11-03 04:05:06");
    }
}
