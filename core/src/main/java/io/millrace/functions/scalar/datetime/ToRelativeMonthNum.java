package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the month since year 0. */
@Builtin("toRelativeMonthNum")
final class ToRelativeMonthNum extends DatePart {
    ToRelativeMonthNum() {
        super("toRelativeMonthNum", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toRelativeMonthNum(date[, zone])", "The number of the month since year 0.")
                .example("SELECT toRelativeMonthNum(toDate('2024-02-03'))", "24290");
    }

    @Override
    long of(long day) {
        return Calendar.months(day) + 1;
    }
}
