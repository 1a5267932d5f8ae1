package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the week since 1969-12-29. */
@Builtin("toRelativeWeekNum")
final class ToRelativeWeekNum extends DatePart {
    ToRelativeWeekNum() {
        super("toRelativeWeekNum", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toRelativeWeekNum(date[, zone])", "The number of the week since 1969-12-29.")
                .example("SELECT toRelativeWeekNum(toDate('2024-02-03'))", "2822");
    }

    @Override
    long of(long day) {
        return Math.floorDiv(day + 3, 7L);
    }
}
