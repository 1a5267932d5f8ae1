package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first day of the month. */
@Builtin("toStartOfMonth")
final class ToStartOfMonth extends DatePart {
    ToStartOfMonth() {
        super("toStartOfMonth", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfMonth(date[, zone])", "The first day of the month.")
                .example("SELECT toStartOfMonth(toDate('2024-02-03'))", "2024-02-01");
    }

    @Override
    long of(long day) {
        return Calendar.startOfMonth(day);
    }
}
