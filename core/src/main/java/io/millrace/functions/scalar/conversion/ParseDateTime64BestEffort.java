package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways. */
@Builtin("parseDateTime64BestEffort")
final class ParseDateTime64BestEffort extends BestEffortFunction {
    ParseDateTime64BestEffort() {
        super("parseDateTime64BestEffort", true, false, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffort(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways.")
                .example("SELECT parseDateTime64BestEffort('Feb 3 2024 4:05PM', 3, 'UTC')", "2024-02-03 16:05:00.000");
    }
}
