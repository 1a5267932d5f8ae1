package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days; NULL if it is none. */
@Builtin("parseDateTimeBestEffortUSOrNull")
final class ParseDateTimeBestEffortUSOrNull extends BestEffortFunction {
    ParseDateTimeBestEffortUSOrNull() {
        super("parseDateTimeBestEffortUSOrNull", false, true, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffortUSOrNull(text[, zone])",
                        "Reads a date and time written in one of many ways, months before days; NULL if it is none.")
                .example(
                        "SELECT parseDateTimeBestEffortUSOrNull('02/03/2024 04:05:06', 'UTC'), parseDateTimeBestEffortUSOrNull('x', 'UTC')",
                        "2024-02-03 04:05:06\t\\N");
    }
}
