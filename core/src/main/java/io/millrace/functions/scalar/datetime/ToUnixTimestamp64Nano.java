package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 as the number of nanoseconds since 1970. */
@Builtin("toUnixTimestamp64Nano")
final class ToUnixTimestamp64Nano extends EpochFunction {
    ToUnixTimestamp64Nano() {
        super("toUnixTimestamp64Nano", 9, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toUnixTimestamp64Nano(time)",
                        "A DateTime64 as the number of nanoseconds since 1970.")
                .example(
                        "SELECT toUnixTimestamp64Nano(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))",
                        "1706933106789000000");
    }
}
