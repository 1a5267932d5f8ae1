package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time of 32 bits written in one of many ways. */
@Builtin("parseDateTime32BestEffort")
final class ParseDateTime32BestEffort extends BestEffortFunction {
    ParseDateTime32BestEffort() {
        super("parseDateTime32BestEffort", false, false, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime32BestEffort(text[, zone])",
                        "Reads a date and time of 32 bits written in one of many ways.")
                .example("SELECT parseDateTime32BestEffort('2024-02-03 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
