package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time earlier by some nanoseconds. */
@Builtin("subtractNanoseconds")
final class SubtractNanoseconds extends ShiftFunction {
    SubtractNanoseconds() {
        super("subtractNanoseconds", IntervalUnit.NANOSECOND, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "subtractNanoseconds(time, n)", "A date or time earlier by some nanoseconds.")
                .example(
                        "SELECT subtractNanoseconds(toDateTime64('2024-02-03 04:05:06', 9, 'UTC'), 1)",
                        "2024-02-03 04:05:05.999999999");
    }
}
