package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/**
 * Converts a value to a date and time with a fraction; the zone says how it is shown and how a text without offset
 * is understood.
 */
@Builtin("toDateTime64")
final class ToDateTime64 extends DateTimeConversion {
    ToDateTime64() {
        super("toDateTime64", true, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTime64(x, precision[, zone])",
                        "Converts a value to a date and time with a fraction; the zone says how it is shown and how a text without offset is understood.")
                .example("SELECT toDateTime64('2024-02-03 04:05:06.789', 3, 'UTC')", "2024-02-03 04:05:06.789");
    }
}
