package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 from the number of nanoseconds since 1970. */
@Builtin("fromUnixTimestamp64Nano")
final class FromUnixTimestamp64Nano extends EpochFunction {
    FromUnixTimestamp64Nano() {
        super("fromUnixTimestamp64Nano", 9, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "fromUnixTimestamp64Nano(number[, zone])",
                        "A DateTime64 from the number of nanoseconds since 1970.")
                .example("SELECT fromUnixTimestamp64Nano(1706933106789000000, 'UTC')", "2024-02-03 04:05:06.789000000");
    }
}
