package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether any bit at some positions is set. */
@Builtin("bitTestAny")
final class BitTestAny extends BitPositions {
    BitTestAny() {
        super("bitTestAny", false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitTestAny(a, n1, ...)", "Whether any bit at some positions is set.")
                .example("SELECT bitTestAny(5, 0, 1), bitTestAny(5, 1)", "1\t0");
    }
}
