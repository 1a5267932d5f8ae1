package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The last day of the week: Saturday, or Sunday when the mode is odd. */
@Builtin("toLastDayOfWeek")
final class ToLastDayOfWeek extends ModePart {
    ToLastDayOfWeek() {
        super("toLastDayOfWeek", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toLastDayOfWeek(date[, mode[, zone]])",
                        "The last day of the week: Saturday, or Sunday when the mode is odd.")
                .example(
                        "SELECT toLastDayOfWeek(toDate('2024-02-03')), toLastDayOfWeek(toDate('2024-02-03'), 1)",
                        "2024-02-03\t2024-02-04");
    }

    @Override
    long of(long day, int mode) {
        return Calendar.weekStart(day, (mode & 1) != 0) + 6;
    }
}
