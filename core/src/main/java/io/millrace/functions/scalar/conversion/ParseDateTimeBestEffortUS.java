package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days. */
@Builtin("parseDateTimeBestEffortUS")
final class ParseDateTimeBestEffortUS extends BestEffortFunction {
    ParseDateTimeBestEffortUS() {
        super("parseDateTimeBestEffortUS", false, true, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffortUS(text[, zone])",
                        "Reads a date and time written in one of many ways, months before days.")
                .example("SELECT parseDateTimeBestEffortUS('02/03/2024 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
