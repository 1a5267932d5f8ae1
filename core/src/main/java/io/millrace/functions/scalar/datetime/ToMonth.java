package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The month, 1 to 12. */
@Builtin({"toMonth", "MONTH"})
final class ToMonth extends DatePart {
    ToMonth() {
        super("toMonth", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toMonth(date[, zone])", "The month, 1 to 12.")
                .example("SELECT toMonth(toDate('2024-02-03'))", "2");
    }

    @Override
    long of(long day) {
        return Civil.month(Civil.date(day));
    }
}
