package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some months. */
@Builtin("subtractMonths")
final class SubtractMonths extends ShiftFunction {
    SubtractMonths() {
        super("subtractMonths", IntervalUnit.MONTH, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractMonths(time, n)", "A date or time earlier by some months.")
                .example("SELECT subtractMonths(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-01-03 04:05:06");
    }
}
