package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** An integer with its bits rotated to the right by some positions. */
@Builtin("bitRotateRight")
final class BitRotateRight extends ShiftFunction {
    BitRotateRight() {
        super("bitRotateRight");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Bit",
                        "bitRotateRight(a, n)",
                        "An integer with its bits rotated to the right by some positions.")
                .example("SELECT bitRotateRight(toUInt8(129), 1)", "192");
    }

    @Override
    long of(long a, long b, int bits) {
        int count = (int) b & bits - 1;
        long value = low(a, bits);
        return count == 0 ? value : value >>> count | value << bits - count;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        int count = b.intValue() & bits - 1;
        BigInteger value = a.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return value.shiftRight(count).or(value.shiftLeft(bits - count));
    }
}
