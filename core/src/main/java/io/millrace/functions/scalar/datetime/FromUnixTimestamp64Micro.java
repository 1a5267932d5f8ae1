package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 from the number of microseconds since 1970. */
@Builtin("fromUnixTimestamp64Micro")
final class FromUnixTimestamp64Micro extends EpochFunction {
    FromUnixTimestamp64Micro() {
        super("fromUnixTimestamp64Micro", 6, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "fromUnixTimestamp64Micro(number[, zone])",
                        "A DateTime64 from the number of microseconds since 1970.")
                .example("SELECT fromUnixTimestamp64Micro(1706933106789000, 'UTC')", "2024-02-03 04:05:06.789000");
    }
}
