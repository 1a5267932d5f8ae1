package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days; zero if it is none. */
@Builtin("parseDateTime64BestEffortUSOrZero")
final class ParseDateTime64BestEffortUSOrZero extends BestEffortFunction {
    ParseDateTime64BestEffortUSOrZero() {
        super("parseDateTime64BestEffortUSOrZero", true, true, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffortUSOrZero(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways, months before days; zero if it is none.")
                .example(
                        "SELECT parseDateTime64BestEffortUSOrZero('02/03/2024 04:05:06', 3, 'UTC'), parseDateTime64BestEffortUSOrZero('x', 3, 'UTC')",
                        "2024-02-03 04:05:06.000\t1970-01-01 00:00:00.000");
    }
}
