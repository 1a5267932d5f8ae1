package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first day of the ISO year, a Monday. */
@Builtin("toStartOfISOYear")
final class ToStartOfISOYear extends DatePart {
    ToStartOfISOYear() {
        super("toStartOfISOYear", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toStartOfISOYear(date[, zone])", "The first day of the ISO year, a Monday.")
                .example("SELECT toStartOfISOYear(toDate('2024-02-03'))", "2024-01-01");
    }

    @Override
    long of(long day) {
        return Calendar.startOfIsoYear(day);
    }
}
