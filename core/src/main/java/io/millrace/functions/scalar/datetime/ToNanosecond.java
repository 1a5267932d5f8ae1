package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The nanoseconds of the second. */
@Builtin({"toNanosecond", "NANOSECOND"})
final class ToNanosecond extends FractionPart {
    ToNanosecond() {
        super("toNanosecond", 9, Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Date and time", "toNanosecond(time[, zone])", "The nanoseconds of the second.")
                .example("SELECT toNanosecond(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))", "789000000");
    }
}
