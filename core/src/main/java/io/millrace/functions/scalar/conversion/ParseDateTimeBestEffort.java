package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways. */
@Builtin("parseDateTimeBestEffort")
final class ParseDateTimeBestEffort extends BestEffortFunction {
    ParseDateTimeBestEffort() {
        super("parseDateTimeBestEffort", false, false, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffort(text[, zone])",
                        "Reads a date and time written in one of many ways.")
                .example("SELECT parseDateTimeBestEffort('Feb 3 2024 4:05PM', 'UTC')", "2024-02-03 16:05:00");
    }
}
