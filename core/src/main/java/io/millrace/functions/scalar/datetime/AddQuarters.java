package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some quarters. */
@Builtin("addQuarters")
final class AddQuarters extends ShiftFunction {
    AddQuarters() {
        super("addQuarters", IntervalUnit.QUARTER, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addQuarters(time, n)", "A date or time later by some quarters.")
                .example("SELECT addQuarters(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-05-03 04:05:06");
    }
}
