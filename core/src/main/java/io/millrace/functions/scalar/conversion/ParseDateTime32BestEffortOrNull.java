package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time of 32 bits written in one of many ways; NULL if it is none. */
@Builtin("parseDateTime32BestEffortOrNull")
final class ParseDateTime32BestEffortOrNull extends BestEffortFunction {
    ParseDateTime32BestEffortOrNull() {
        super("parseDateTime32BestEffortOrNull", false, false, CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime32BestEffortOrNull(text[, zone])",
                        "Reads a date and time of 32 bits written in one of many ways; NULL if it is none.")
                .example("SELECT parseDateTime32BestEffortOrNull('2024-02-03 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
