package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time written in one of many ways, months before days; zero if it is none. */
@Builtin("parseDateTimeBestEffortUSOrZero")
final class ParseDateTimeBestEffortUSOrZero extends BestEffortFunction {
    ParseDateTimeBestEffortUSOrZero() {
        super("parseDateTimeBestEffortUSOrZero", false, true, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeBestEffortUSOrZero(text[, zone])",
                        "Reads a date and time written in one of many ways, months before days; zero if it is none.")
                .example(
                        "SELECT parseDateTimeBestEffortUSOrZero('02/03/2024 04:05:06', 'UTC'), parseDateTimeBestEffortUSOrZero('x', 'UTC')",
                        "2024-02-03 04:05:06\t1970-01-01 00:00:00");
    }
}
