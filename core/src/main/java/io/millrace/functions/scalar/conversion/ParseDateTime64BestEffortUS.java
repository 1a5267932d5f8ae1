package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days. */
@Builtin("parseDateTime64BestEffortUS")
final class ParseDateTime64BestEffortUS extends BestEffortFunction {
    ParseDateTime64BestEffortUS() {
        super("parseDateTime64BestEffortUS", true, true, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime64BestEffortUS(text[, precision][, zone])",
                        "Reads a date and time written in one of many ways, months before days.")
                .example(
                        "SELECT parseDateTime64BestEffortUS('02/03/2024 04:05:06', 3, 'UTC')",
                        "2024-02-03 04:05:06.000");
    }
}
