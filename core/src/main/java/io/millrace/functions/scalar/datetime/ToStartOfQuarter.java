package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first day of the quarter. */
@Builtin("toStartOfQuarter")
final class ToStartOfQuarter extends DatePart {
    ToStartOfQuarter() {
        super("toStartOfQuarter", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfQuarter(date[, zone])", "The first day of the quarter.")
                .example("SELECT toStartOfQuarter(toDate('2024-02-03'))", "2024-01-01");
    }

    @Override
    long of(long day) {
        return Calendar.startOfMonth(Calendar.plusMonths(day, -((Civil.month(Civil.date(day)) - 1) % 3)));
    }
}
