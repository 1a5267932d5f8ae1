package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways; zero if it is none. */
@Builtin("parseDateTimeBestEffortOrZero")
final class ParseDateTimeBestEffortOrZero extends BestEffortFunction {
    ParseDateTimeBestEffortOrZero() {
        super("parseDateTimeBestEffortOrZero", false, false, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffortOrZero(text[, zone])",
                        "Reads a date and time written in one of many ways; zero if it is none.")
                .example(
                        "SELECT parseDateTimeBestEffortOrZero('Feb 3 2024 4:05PM', 'UTC'), parseDateTimeBestEffortOrZero('x', 'UTC')",
                        "2024-02-03 16:05:00\t1970-01-01 00:00:00");
    }
}
