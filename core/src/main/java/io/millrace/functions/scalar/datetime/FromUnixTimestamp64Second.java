package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** A DateTime64 from the number of seconds since 1970. */
@Builtin("fromUnixTimestamp64Second")
final class FromUnixTimestamp64Second extends EpochFunction {
    FromUnixTimestamp64Second() {
        super("fromUnixTimestamp64Second", 0, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "fromUnixTimestamp64Second(number[, zone])",
                        "A DateTime64 from the number of seconds since 1970.")
                .example("SELECT fromUnixTimestamp64Second(1706933106, 'UTC')", "2024-02-03 04:05:06");
    }
}
