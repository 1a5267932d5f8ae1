package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some seconds. */
@Builtin("addSeconds")
final class AddSeconds extends ShiftFunction {
    AddSeconds() {
        super("addSeconds", IntervalUnit.SECOND, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addSeconds(time, n)", "A date or time later by some seconds.")
                .example("SELECT addSeconds(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-03 04:05:07");
    }
}
