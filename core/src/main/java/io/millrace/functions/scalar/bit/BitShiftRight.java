package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** An integer with its bits moved to the right by some positions; a sign is kept. */
@Builtin("bitShiftRight")
final class BitShiftRight extends ShiftFunction {
    BitShiftRight() {
        super("bitShiftRight");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Bit",
                        "bitShiftRight(a, n)",
                        "An integer with its bits moved to the right by some positions; a sign is kept.")
                .example("SELECT bitShiftRight(255, 4), bitShiftRight(toInt8(-128), 3)", "15\t-16");
    }

    @Override
    long of(long a, long b, int bits) {
        int count = positions(b, bits);
        return count == 64 ? 0 : a >> count;
    }

    @Override
    long ofUnsigned(long a, long b, int bits) {
        int count = positions(b, bits);
        return count == 64 ? 0 : a >>> count;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return a.shiftRight(positions(b.longValue(), bits));
    }
}
