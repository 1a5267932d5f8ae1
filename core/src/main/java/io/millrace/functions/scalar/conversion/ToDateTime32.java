package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/**
 * Converts a value to a date and time; the zone says how it is shown and how a text without offset is understood.
 */
@Builtin("toDateTime32")
final class ToDateTime32 extends DateTimeConversion {
    ToDateTime32() {
        super("toDateTime32", false, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTime32(x[, zone])",
                        "Converts a value to a date and time; the zone says how it is shown and how a text without offset is understood.")
                .example("SELECT toDateTime32('2024-02-03 04:05:06', 'UTC')", "2024-02-03 04:05:06");
    }
}
