package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some milliseconds. */
@Builtin("subtractMilliseconds")
final class SubtractMilliseconds extends ShiftFunction {
    SubtractMilliseconds() {
        super("subtractMilliseconds", IntervalUnit.MILLISECOND, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "subtractMilliseconds(time, n)",
                        "A date or time earlier by some milliseconds.")
                .example(
                        "SELECT subtractMilliseconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)",
                        "2024-02-03 04:05:05.999");
    }
}
