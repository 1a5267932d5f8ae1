package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a date and time in a format as in MySQL; NULL if it is none. */
@Builtin({"parseDateTimeOrNull", "str_to_date", "STR_TO_DATE"})
final class ParseDateTimeOrNull extends PatternFunction {
    ParseDateTimeOrNull() {
        super("parseDateTimeOrNull", CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "parseDateTimeOrNull(text[, 'format'[, zone]])",
                        "Reads a date and time in a format as in MySQL; NULL if it is none.")
                .example(
                        "SELECT parseDateTimeOrNull('2024-02-03 04:05:06', '%Y-%m-%d %H:%i:%s', 'UTC')",
                        "2024-02-03 04:05:06");
    }
}
