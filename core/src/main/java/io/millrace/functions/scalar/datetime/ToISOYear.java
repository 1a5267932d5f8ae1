package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The ISO year, to which the Thursday of the week belongs. */
@Builtin("toISOYear")
final class ToISOYear extends DatePart {
    ToISOYear() {
        super("toISOYear", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toISOYear(date[, zone])",
                        "The ISO year, to which the Thursday of the week belongs.")
                .example("SELECT toISOYear(toDate('2024-12-31'))", "2025");
    }

    @Override
    long of(long day) {
        return Calendar.isoYear(day);
    }
}
