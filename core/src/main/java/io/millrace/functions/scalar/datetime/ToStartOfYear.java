package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first day of the year. */
@Builtin("toStartOfYear")
final class ToStartOfYear extends DatePart {
    ToStartOfYear() {
        super("toStartOfYear", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toStartOfYear(date[, zone])", "The first day of the year.")
                .example("SELECT toStartOfYear(toDate('2024-02-03'))", "2024-01-01");
    }

    @Override
    long of(long day) {
        return Calendar.startOfYear(day);
    }
}
