package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The last day of the month. */
@Builtin({"toLastDayOfMonth", "LAST_DAY"})
final class ToLastDayOfMonth extends DatePart {
    ToLastDayOfMonth() {
        super("toLastDayOfMonth", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toLastDayOfMonth(date[, zone])", "The last day of the month.")
                .example("SELECT toLastDayOfMonth(toDate('2024-02-03'))", "2024-02-29");
    }

    @Override
    long of(long day) {
        return Calendar.plusMonths(Calendar.startOfMonth(day), 1) - 1;
    }
}
