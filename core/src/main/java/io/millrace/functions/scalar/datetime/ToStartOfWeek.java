package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first day of the week: Sunday, or Monday when the mode is odd. */
@Builtin("toStartOfWeek")
final class ToStartOfWeek extends ModePart {
    ToStartOfWeek() {
        super("toStartOfWeek", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toStartOfWeek(date[, mode[, zone]])",
                        "The first day of the week: Sunday, or Monday when the mode is odd.")
                .example(
                        "SELECT toStartOfWeek(toDate('2024-02-03')), toStartOfWeek(toDate('2024-02-03'), 1)",
                        "2024-01-28\t2024-01-29");
    }

    @Override
    long of(long day, int mode) {
        return Calendar.weekStart(day, (mode & 1) != 0);
    }
}
