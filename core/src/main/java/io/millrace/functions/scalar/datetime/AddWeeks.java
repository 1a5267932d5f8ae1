package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some weeks. */
@Builtin("addWeeks")
final class AddWeeks extends ShiftFunction {
    AddWeeks() {
        super("addWeeks", IntervalUnit.WEEK, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addWeeks(time, n)", "A date or time later by some weeks.")
                .example("SELECT addWeeks(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-10 04:05:06");
    }
}
