package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways; zero if it is none. */
@Builtin("parseDateTime64BestEffortOrZero")
final class ParseDateTime64BestEffortOrZero extends BestEffortFunction {
    ParseDateTime64BestEffortOrZero() {
        super("parseDateTime64BestEffortOrZero", true, false, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffortOrZero(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways; zero if it is none.")
                .example(
                        "SELECT parseDateTime64BestEffortOrZero('Feb 3 2024 4:05PM', 3, 'UTC'), parseDateTime64BestEffortOrZero('x', 3, 'UTC')",
                        "2024-02-03 16:05:00.000\t1970-01-01 00:00:00.000");
    }
}
