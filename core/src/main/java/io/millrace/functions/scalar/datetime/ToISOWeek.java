package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the week of the ISO year. */
@Builtin("toISOWeek")
final class ToISOWeek extends DatePart {
    ToISOWeek() {
        super("toISOWeek", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toISOWeek(date[, zone])", "The number of the week of the ISO year.")
                .example("SELECT toISOWeek(toDate('2024-02-03'))", "5");
    }

    @Override
    long of(long day) {
        return Calendar.isoWeek(day);
    }
}
