package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 as the number of milliseconds since 1970. */
@Builtin("toUnixTimestamp64Milli")
final class ToUnixTimestamp64Milli extends EpochFunction {
    ToUnixTimestamp64Milli() {
        super("toUnixTimestamp64Milli", 3, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toUnixTimestamp64Milli(time)",
                        "A DateTime64 as the number of milliseconds since 1970.")
                .example(
                        "SELECT toUnixTimestamp64Milli(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))",
                        "1706933106789");
    }
}
