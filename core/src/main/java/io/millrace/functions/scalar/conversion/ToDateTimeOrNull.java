package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a date and time; NULL if it is none. */
@Builtin("toDateTimeOrNull")
final class ToDateTimeOrNull extends DateTimeConversion {
    ToDateTimeOrNull() {
        super("toDateTimeOrNull", false, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTimeOrNull(x[, zone])",
                        "Reads a string as a date and time; NULL if it is none.")
                .example(
                        "SELECT toDateTimeOrNull('2024-02-03 04:05:06', 'UTC'), toDateTimeOrNull('x', 'UTC')",
                        "2024-02-03 04:05:06\t\\N");
    }
}
