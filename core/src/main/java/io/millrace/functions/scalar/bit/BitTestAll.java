package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether all bits at some positions are set. */
@Builtin("bitTestAll")
final class BitTestAll extends BitPositions {
    BitTestAll() {
        super("bitTestAll", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitTestAll(a, n1, ...)", "Whether all bits at some positions are set.")
                .example("SELECT bitTestAll(5, 0, 2), bitTestAll(5, 0, 1)", "1\t0");
    }
}
