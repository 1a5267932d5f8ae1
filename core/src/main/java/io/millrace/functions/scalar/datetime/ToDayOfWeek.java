package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The day of the week. */
@Builtin({"toDayOfWeek", "DAYOFWEEK"})
final class ToDayOfWeek extends ModePart {
    ToDayOfWeek() {
        super("toDayOfWeek", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toDayOfWeek(date[, mode[, zone]])",
                        "The day of the week. Mode 0: Monday is 1; 1: Monday is 0; 2: Sunday is 0; 3: Sunday is 1.")
                .example("SELECT toDayOfWeek(toDate('2024-02-04')), toDayOfWeek(toDate('2024-02-04'), 2)", "7\t0");
    }

    @Override
    long of(long day, int mode) {
        boolean fromZero = (mode & 3) == 1 || (mode & 3) == 2;
        return Calendar.weekday(day, (mode & 2) != 0) + (fromZero ? 0L : 1L);
    }
}
