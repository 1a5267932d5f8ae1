package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How many boundaries of a unit lie between two moments. */
@Builtin({"dateDiff", "timestampDiff", "TIMESTAMP_DIFF", "DATE_DIFF", "date_diff", "timestamp_diff", "DATEDIFF"})
final class DateDiff extends Difference {
    DateDiff() {
        super("dateDiff", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "dateDiff('unit', start, end[, zone])",
                        "How many boundaries of a unit lie between two moments.")
                .example("SELECT dateDiff('month', toDate('2024-01-31'), toDate('2024-02-01'))", "1");
    }
}
