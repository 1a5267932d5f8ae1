package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways; NULL if it is none. */
@Builtin("parseDateTimeBestEffortOrNull")
final class ParseDateTimeBestEffortOrNull extends BestEffortFunction {
    ParseDateTimeBestEffortOrNull() {
        super("parseDateTimeBestEffortOrNull", false, false, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffortOrNull(text[, zone])",
                        "Reads a date and time written in one of many ways; NULL if it is none.")
                .example(
                        "SELECT parseDateTimeBestEffortOrNull('Feb 3 2024 4:05PM', 'UTC'), parseDateTimeBestEffortOrNull('x', 'UTC')",
                        "2024-02-03 16:05:00\t\\N");
    }
}
