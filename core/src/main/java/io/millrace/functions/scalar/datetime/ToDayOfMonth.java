package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The day of the month, 1 to 31. */
@Builtin({"toDayOfMonth", "DAY", "DAYOFMONTH"})
final class ToDayOfMonth extends DatePart {
    ToDayOfMonth() {
        super("toDayOfMonth", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toDayOfMonth(date[, zone])", "The day of the month, 1 to 31.")
                .example("SELECT toDayOfMonth(toDate('2024-02-03'))", "3");
    }

    @Override
    long of(long day) {
        return Civil.dayOfMonth(Civil.date(day));
    }
}
