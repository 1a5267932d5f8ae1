package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The number of the year. */
@Builtin("toRelativeYearNum")
final class ToRelativeYearNum extends DatePart {
    ToRelativeYearNum() {
        super("toRelativeYearNum", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toRelativeYearNum(date[, zone])", "The number of the year.")
                .example("SELECT toRelativeYearNum(toDate('2024-02-03'))", "2024");
    }

    @Override
    long of(long day) {
        return Civil.year(Civil.date(day));
    }
}
