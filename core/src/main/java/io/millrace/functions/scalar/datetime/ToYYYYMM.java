package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.text.Civil;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Year and month as one number. */
@Builtin("toYYYYMM")
final class ToYYYYMM extends DatePart {
    ToYYYYMM() {
        super("toYYYYMM", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toYYYYMM(date[, zone])", "Year and month as one number.")
                .example("SELECT toYYYYMM(toDate('2024-02-03'))", "202402");
    }

    @Override
    long of(long day) {
        return Civil.year(Civil.date(day)) * 100L + Civil.month(Civil.date(day));
    }
}
