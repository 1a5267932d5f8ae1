package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some microseconds. */
@Builtin("subtractMicroseconds")
final class SubtractMicroseconds extends ShiftFunction {
    SubtractMicroseconds() {
        super("subtractMicroseconds", IntervalUnit.MICROSECOND, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "subtractMicroseconds(time, n)",
                        "A date or time earlier by some microseconds.")
                .example(
                        "SELECT subtractMicroseconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)",
                        "2024-02-03 04:05:05.999999");
    }
}
