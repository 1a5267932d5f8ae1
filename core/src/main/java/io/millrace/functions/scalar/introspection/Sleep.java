package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Waits for up to 3 seconds per block and gives 0. */
@Builtin("sleep")
final class Sleep extends Pause {
    Sleep() {
        super("sleep", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "sleep(seconds)", "Waits for up to 3 seconds per block and gives 0.")
                .example("SELECT sleep(0.01)", "0");
    }
}
