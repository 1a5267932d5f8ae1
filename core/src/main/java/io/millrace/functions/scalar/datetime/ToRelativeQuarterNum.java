package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the quarter since year 0. */
@Builtin("toRelativeQuarterNum")
final class ToRelativeQuarterNum extends DatePart {
    ToRelativeQuarterNum() {
        super("toRelativeQuarterNum", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toRelativeQuarterNum(date[, zone])",
                        "The number of the quarter since year 0.")
                .example("SELECT toRelativeQuarterNum(toDate('2024-02-03'))", "8096");
    }

    @Override
    long of(long day) {
        return Calendar.months(day) / 3;
    }
}
