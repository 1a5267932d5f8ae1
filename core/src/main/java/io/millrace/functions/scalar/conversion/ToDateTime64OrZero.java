package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as a date and time with a fraction; zero if it is none. */
@Builtin("toDateTime64OrZero")
final class ToDateTime64OrZero extends DateTimeConversion {
    ToDateTime64OrZero() {
        super("toDateTime64OrZero", true, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toDateTime64OrZero(x, precision[, zone])",
                        "Reads a string as a date and time with a fraction; zero if it is none.")
                .example(
                        "SELECT toDateTime64OrZero('2024-02-03 04:05:06', 3, 'UTC'), toDateTime64OrZero('x', 3, 'UTC')",
                        "2024-02-03 04:05:06.000\t1970-01-01 00:00:00.000");
    }
}
