package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** An integer with its bits moved to the left by some positions; bits beyond its width are lost. */
@Builtin("bitShiftLeft")
final class BitShiftLeft extends ShiftFunction {
    BitShiftLeft() {
        super("bitShiftLeft");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Bit",
                        "bitShiftLeft(a, n)",
                        "An integer with its bits moved to the left by some positions; bits beyond its width are lost.")
                .example("SELECT bitShiftLeft(1, 3), bitShiftLeft(toUInt8(255), 4)", "8\t240");
    }

    @Override
    long of(long a, long b, int bits) {
        int count = positions(b, bits);
        return count == 64 ? 0 : a << count;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return a.shiftLeft(positions(b.longValue(), bits));
    }
}
