package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the day since 1970-01-01. */
@Builtin("toRelativeDayNum")
final class ToRelativeDayNum extends DatePart {
    ToRelativeDayNum() {
        super("toRelativeDayNum", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time", "toRelativeDayNum(date[, zone])", "The number of the day since 1970-01-01.")
                .example("SELECT toRelativeDayNum(toDate('2024-02-03'))", "19756");
    }

    @Override
    long of(long day) {
        return day;
    }
}
