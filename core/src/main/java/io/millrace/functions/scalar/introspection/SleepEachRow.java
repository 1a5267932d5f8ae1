package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Waits for each row, up to 3 seconds per block, and gives 0. */
@Builtin("sleepEachRow")
final class SleepEachRow extends Pause {
    SleepEachRow() {
        super("sleepEachRow", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other", "sleepEachRow(seconds)", "Waits for each row, up to 3 seconds per block, and gives 0.")
                .example("SELECT sleepEachRow(0.01) FROM numbers(2)", "0\n0");
    }
}
