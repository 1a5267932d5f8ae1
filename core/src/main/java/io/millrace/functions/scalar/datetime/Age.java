package io.millrace.functions.scalar.datetime;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** How many whole units have passed between two moments. */
@Builtin({"age", "AGE"})
final class Age extends Difference {
    Age() {
        super("age", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Date and time",
                        "age('unit', start, end[, zone])",
                        "How many whole units have passed between two moments.")
                .example("SELECT age('month', toDate('2024-01-31'), toDate('2024-02-29'))", "0");
    }
}
