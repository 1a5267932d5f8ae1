package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The Monday of the week. */
@Builtin("toMonday")
final class ToMonday extends DatePart {
    ToMonday() {
        super("toMonday", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toMonday(date[, zone])", "The Monday of the week.")
                .example("SELECT toMonday(toDate('2024-02-03'))", "2024-01-29");
    }

    @Override
    long of(long day) {
        return Calendar.monday(day);
    }
}
