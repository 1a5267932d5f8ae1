package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The milliseconds of the second. */
@Builtin({"toMillisecond", "MILLISECOND"})
final class ToMillisecond extends FractionPart {
    ToMillisecond() {
        super("toMillisecond", 3, Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toMillisecond(time[, zone])", "The milliseconds of the second.")
                .example("SELECT toMillisecond(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))", "789");
    }
}
