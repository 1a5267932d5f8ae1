package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a date and time with a fraction; NULL if it is none. */
@Builtin("toDateTime64OrNull")
final class ToDateTime64OrNull extends DateTimeConversion {
    ToDateTime64OrNull() {
        super("toDateTime64OrNull", true, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTime64OrNull(x, precision[, zone])",
                        "Reads a string as a date and time with a fraction; NULL if it is none.")
                .example(
                        "SELECT toDateTime64OrNull('2024-02-03 04:05:06', 3, 'UTC'), toDateTime64OrNull('x', 3, 'UTC')",
                        "2024-02-03 04:05:06.000\t\\N");
    }
}
