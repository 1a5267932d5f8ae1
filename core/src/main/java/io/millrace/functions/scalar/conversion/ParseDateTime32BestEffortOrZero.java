package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time of 32 bits written in one of many ways; zero if it is none. */
@Builtin("parseDateTime32BestEffortOrZero")
final class ParseDateTime32BestEffortOrZero extends BestEffortFunction {
    ParseDateTime32BestEffortOrZero() {
        super("parseDateTime32BestEffortOrZero", false, false, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime32BestEffortOrZero(text[, zone])",
                        "Reads a date and time of 32 bits written in one of many ways; zero if it is none.")
                .example("SELECT parseDateTime32BestEffortOrZero('2024-02-03 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
