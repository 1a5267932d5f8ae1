package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/**
 * Converts a value to a date and time; the zone says how it is shown and how a text without offset is understood.
 */
@Builtin("toDateTime")
final class ToDateTime extends DateTimeConversion {
    ToDateTime() {
        super("toDateTime", false, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTime(x[, zone])",
                        "Converts a value to a date and time; the zone says how it is shown and how a text without offset is understood.")
                .example("SELECT toDateTime('2024-02-03 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
