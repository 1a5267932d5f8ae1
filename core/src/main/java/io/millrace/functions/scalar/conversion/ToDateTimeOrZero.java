package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a date and time; zero if it is none. */
@Builtin("toDateTimeOrZero")
final class ToDateTimeOrZero extends DateTimeConversion {
    ToDateTimeOrZero() {
        super("toDateTimeOrZero", false, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTimeOrZero(x[, zone])",
                        "Reads a string as a date and time; zero if it is none.")
                .example(
                        "SELECT toDateTimeOrZero('2024-02-03 04:05:06', 'UTC'), toDateTimeOrZero('x', 'UTC')",
                        "2024-02-03 04:05:06\t1970-01-01 00:00:00");
    }
}
