package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The quarter of the year, 1 to 4. */
@Builtin({"toQuarter", "QUARTER"})
final class ToQuarter extends DatePart {
    ToQuarter() {
        super("toQuarter", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toQuarter(date[, zone])", "The quarter of the year, 1 to 4.")
                .example("SELECT toQuarter(toDate('2024-02-03'))", "1");
    }

    @Override
    long of(long day) {
        return (Civil.month(Civil.date(day)) + 2L) / 3;
    }
}
