package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days; NULL if it is none. */
@Builtin("parseDateTime64BestEffortUSOrNull")
final class ParseDateTime64BestEffortUSOrNull extends BestEffortFunction {
    ParseDateTime64BestEffortUSOrNull() {
        super("parseDateTime64BestEffortUSOrNull", true, true, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffortUSOrNull(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways, months before days; NULL if it is none.")
                .example(
                        "SELECT parseDateTime64BestEffortUSOrNull('02/03/2024 04:05:06', 3, 'UTC'), parseDateTime64BestEffortUSOrNull('x', 3, 'UTC')",
                        "2024-02-03 04:05:06.000\t\\N");
    }
}
