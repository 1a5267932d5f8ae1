package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways; NULL if it is none. */
@Builtin("parseDateTime64BestEffortOrNull")
final class ParseDateTime64BestEffortOrNull extends BestEffortFunction {
    ParseDateTime64BestEffortOrNull() {
        super("parseDateTime64BestEffortOrNull", true, false, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffortOrNull(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways; NULL if it is none.")
                .example(
                        "SELECT parseDateTime64BestEffortOrNull('Feb 3 2024 4:05PM', 3, 'UTC'), parseDateTime64BestEffortOrNull('x', 3, 'UTC')",
                        "2024-02-03 16:05:00.000\t\\N");
    }
}
