package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the week of the year, counted as the mode says, as in MySQL. */
@Builtin({"toWeek", "week", "WEEK"})
final class ToWeek extends ModePart {
    ToWeek() {
        super("toWeek", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toWeek(date[, mode[, zone]])",
                        "The number of the week of the year, counted as the mode says, as in MySQL.")
                .example("SELECT toWeek(toDate('2024-12-31')), toWeek(toDate('2024-12-31'), 3)", "52\t1");
    }

    @Override
    long of(long day, int mode) {
        return Calendar.yearWeek(day, mode) & 0xFF;
    }
}
