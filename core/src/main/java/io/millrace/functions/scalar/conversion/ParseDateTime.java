package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time in a format as in MySQL. */
@Builtin({"parseDateTime", "TO_UNIXTIME"})
final class ParseDateTime extends PatternFunction {
    ParseDateTime() {
        super("parseDateTime", CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTime(text[, 'format'[, zone]])",
                        "Reads a date and time in a format as in MySQL.")
                .example(
                        "SELECT parseDateTime('2024-02-03 04:05:06', '%Y-%m-%d %H:%i:%s', 'UTC')",
                        "2024-02-03 04:05:06");
    }
}
