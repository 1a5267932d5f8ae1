package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 from the number of milliseconds since 1970. */
@Builtin("fromUnixTimestamp64Milli")
final class FromUnixTimestamp64Milli extends EpochFunction {
    FromUnixTimestamp64Milli() {
        super("fromUnixTimestamp64Milli", 3, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "fromUnixTimestamp64Milli(number[, zone])",
                        "A DateTime64 from the number of milliseconds since 1970.")
                .example("SELECT fromUnixTimestamp64Milli(1706933106789, 'UTC')", "2024-02-03 04:05:06.789");
    }
}
