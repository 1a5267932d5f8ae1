package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some weeks. */
@Builtin("subtractWeeks")
final class SubtractWeeks extends ShiftFunction {
    SubtractWeeks() {
        super("subtractWeeks", IntervalUnit.WEEK, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "subtractWeeks(time, n)", "A date or time earlier by some weeks.")
                .example("SELECT subtractWeeks(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-01-27 04:05:06");
    }
}
