package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.IntervalUnit;
import io.millrace.expressions.doc.FunctionDoc;

/** A date or time later by some months. */
@Builtin("addMonths")
final class AddMonths extends ShiftFunction {
    AddMonths() {
        super("addMonths", IntervalUnit.MONTH, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "addMonths(time, n)", "A date or time later by some months.")
                .example("SELECT addMonths(toDateTime('2024-02-03 04:05:06', 'UTC'), 1)", "2024-03-03 04:05:06");
    }
}
