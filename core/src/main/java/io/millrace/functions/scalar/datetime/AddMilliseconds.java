package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some milliseconds. */
@Builtin("addMilliseconds")
final class AddMilliseconds extends ShiftFunction {
    AddMilliseconds() {
        super("addMilliseconds", IntervalUnit.MILLISECOND, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addMilliseconds(time, n)", "A date or time later by some milliseconds.")
                .example(
                        "SELECT addMilliseconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)",
                        "2024-02-03 04:05:06.001");
    }
}
