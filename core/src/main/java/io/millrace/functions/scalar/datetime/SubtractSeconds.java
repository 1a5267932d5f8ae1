package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some seconds. */
@Builtin("subtractSeconds")
final class SubtractSeconds extends ShiftFunction {
    SubtractSeconds() {
        super("subtractSeconds", IntervalUnit.SECOND, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractSeconds(time, n)", "A date or time earlier by some seconds.")
                .example("SELECT subtractSeconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 04:05:05");
    }
}
