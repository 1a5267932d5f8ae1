package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some days. */
@Builtin("addDays")
final class AddDays extends ShiftFunction {
    AddDays() {
        super("addDays", IntervalUnit.DAY, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addDays(time, n)", "A date or time later by some days.")
                .example("SELECT addDays(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-02-04 04:05:06");
    }
}
