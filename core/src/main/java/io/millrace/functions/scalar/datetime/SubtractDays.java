package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some days. */
@Builtin("subtractDays")
final class SubtractDays extends ShiftFunction {
    SubtractDays() {
        super("subtractDays", IntervalUnit.DAY, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractDays(time, n)", "A date or time earlier by some days.")
                .example("SELECT subtractDays(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-02 04:05:06");
    }
}
