package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Year, month and day as one number. */
@Builtin("toYYYYMMDD")
final class ToYYYYMMDD extends DatePart {
    ToYYYYMMDD() {
        super("toYYYYMMDD", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toYYYYMMDD(date[, zone])", "Year, month and day as one number.")
                .example("SELECT toYYYYMMDD(toDate('2024-02-03'))", "20240203");
    }

    @Override
    long of(long day) {
        return Civil.year(Civil.date(day)) * 10_000L
                + Civil.month(Civil.date(day)) * 100L
                + Civil.dayOfMonth(Civil.date(day));
    }
}
