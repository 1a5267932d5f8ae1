package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** An integer with its bits rotated to the left by some positions. */
@Builtin("bitRotateLeft")
final class BitRotateLeft extends ShiftFunction {
    BitRotateLeft() {
        super("bitRotateLeft");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Bit", "bitRotateLeft(a, n)", "An integer with its bits rotated to the left by some positions.")
                .example("SELECT bitRotateLeft(toUInt8(129), 1)", "3");
    }

    @Override
    long of(long a, long b, int bits) {
        int count = (int) b & bits - 1;
        long value = low(a, bits);
        return count == 0 ? value : value << count | value >>> bits - count;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        int count = b.intValue() & bits - 1;
        BigInteger value = a.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        return value.shiftLeft(count).or(value.shiftRight(bits - count));
    }
}
