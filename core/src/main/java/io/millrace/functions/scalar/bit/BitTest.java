package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether the bit at a position is set; the lowest is 0. */
@Builtin("bitTest")
final class BitTest extends BitPositions {
    BitTest() {
        super("bitTest", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitTest(a, n)", "Whether the bit at a position is set; the lowest is 0.")
                .example("SELECT bitTest(5, 2), bitTest(5, 1)", "1\t0");
    }
}
