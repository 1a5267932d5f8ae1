package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some hours. */
@Builtin("subtractHours")
final class SubtractHours extends ShiftFunction {
    SubtractHours() {
        super("subtractHours", IntervalUnit.HOUR, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractHours(time, n)", "A date or time earlier by some hours.")
                .example("SELECT subtractHours(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 03:05:06");
    }
}
