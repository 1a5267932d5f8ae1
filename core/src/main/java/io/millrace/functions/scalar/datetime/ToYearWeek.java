package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Year and week as one number, counted as the mode says. */
@Builtin({"toYearWeek", "yearweek", "YEARWEEK"})
final class ToYearWeek extends ModePart {
    ToYearWeek() {
        super("toYearWeek", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toYearWeek(date[, mode[, zone]])",
                        "Year and week as one number, counted as the mode says.")
                .example(
                        "SELECT toYearWeek(toDate('2024-12-31')), toYearWeek(toDate('2024-12-31'), 3)",
                        "202452\t202501");
    }

    @Override
    long of(long day, int mode) {
        long both = Calendar.yearWeek(day, mode | 2);
        return (both >> 8) * 100 + (both & 0xFF);
    }
}
