package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time in a format as in MySQL; zero if it is none. */
@Builtin("parseDateTimeOrZero")
final class ParseDateTimeOrZero extends PatternFunction {
    ParseDateTimeOrZero() {
        super("parseDateTimeOrZero", CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeOrZero(text[, 'format'[, zone]])",
                        "Reads a date and time in a format as in MySQL; zero if it is none.")
                .example(
                        "SELECT parseDateTimeOrZero('2024-02-03 04:05:06', '%Y-%m-%d %H:%i:%s', 'UTC')",
                        "2024-02-03 04:05:06");
    }
}
