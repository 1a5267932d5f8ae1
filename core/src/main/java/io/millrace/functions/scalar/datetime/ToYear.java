package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The year. */
@Builtin({"toYear", "YEAR"})
final class ToYear extends DatePart {
    ToYear() {
        super("toYear", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toYear(date[, zone])", "The year.")
                .example("SELECT toYear(toDate('2024-02-03'))", "2024");
    }

    @Override
    long of(long day) {
        return Civil.year(Civil.date(day));
    }
}
