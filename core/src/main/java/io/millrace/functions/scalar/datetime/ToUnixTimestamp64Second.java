package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 as the number of seconds since 1970. */
@Builtin("toUnixTimestamp64Second")
final class ToUnixTimestamp64Second extends EpochFunction {
    ToUnixTimestamp64Second() {
        super("toUnixTimestamp64Second", 0, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "toUnixTimestamp64Second(time)",
                        "A DateTime64 as the number of seconds since 1970.")
                .example(
                        "SELECT toUnixTimestamp64Second(toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC'))",
                        "1706933106");
    }
}
