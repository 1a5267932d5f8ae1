package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The day of the year, 1 to 366. */
@Builtin({"toDayOfYear", "DAYOFYEAR"})
final class ToDayOfYear extends DatePart {
    ToDayOfYear() {
        super("toDayOfYear", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toDayOfYear(date[, zone])", "The day of the year, 1 to 366.")
                .example("SELECT toDayOfYear(toDate('2024-02-03'))", "34");
    }

    @Override
    long of(long day) {
        return day - Calendar.startOfYear(day) + 1;
    }
}
