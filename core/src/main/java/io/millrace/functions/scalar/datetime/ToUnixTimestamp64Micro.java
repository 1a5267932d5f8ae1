package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 as the number of microseconds since 1970. */
@Builtin("toUnixTimestamp64Micro")
final class ToUnixTimestamp64Micro extends EpochFunction {
    ToUnixTimestamp64Micro() {
        super("toUnixTimestamp64Micro", 6, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toUnixTimestamp64Micro(time)",
                        "A DateTime64 as the number of microseconds since 1970.")
                .example(
                        "SELECT toUnixTimestamp64Micro(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))",
                        "1706933106789000");
    }
}
