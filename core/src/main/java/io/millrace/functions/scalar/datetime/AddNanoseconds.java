package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some nanoseconds. */
@Builtin("addNanoseconds")
final class AddNanoseconds extends ShiftFunction {
    AddNanoseconds() {
        super("addNanoseconds", IntervalUnit.NANOSECOND, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addNanoseconds(time, n)", "A date or time later by some nanoseconds.")
                .example(
                        "SELECT addNanoseconds(toDateTime64('2024-02-03 04:05:06', 9, 'UTC'), 1)",
                        "2024-02-03 04:05:06.000000001");
    }
}
