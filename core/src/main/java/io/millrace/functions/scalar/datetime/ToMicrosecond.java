package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The microseconds of the second. */
@Builtin({"toMicrosecond", "MICROSECOND"})
final class ToMicrosecond extends FractionPart {
    ToMicrosecond() {
        super("toMicrosecond", 6, Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toMicrosecond(time[, zone])", "The microseconds of the second.")
                .example("SELECT toMicrosecond(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))", "789000");
    }
}
