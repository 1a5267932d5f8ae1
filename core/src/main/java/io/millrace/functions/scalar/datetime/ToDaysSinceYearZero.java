package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of days since 0000-01-01. */
@Builtin({"toDaysSinceYearZero", "TO_DAYS"})
final class ToDaysSinceYearZero extends DatePart {
    ToDaysSinceYearZero() {
        super("toDaysSinceYearZero", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toDaysSinceYearZero(date[, zone])", "The number of days since 0000-01-01.")
                .example("SELECT toDaysSinceYearZero(toDate('2024-02-03'))", "739284");
    }

    @Override
    long of(long day) {
        return day + 719_528;
    }
}
