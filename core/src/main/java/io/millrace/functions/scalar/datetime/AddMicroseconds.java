package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some microseconds. */
@Builtin("addMicroseconds")
final class AddMicroseconds extends ShiftFunction {
    AddMicroseconds() {
        super("addMicroseconds", IntervalUnit.MICROSECOND, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addMicroseconds(time, n)", "A date or time later by some microseconds.")
                .example(
                        "SELECT addMicroseconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)",
                        "2024-02-03 04:05:06.000001");
    }
}
