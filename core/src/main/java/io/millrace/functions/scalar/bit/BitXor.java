package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The bits set in exactly one of two integers. */
@Builtin("bitXor")
final class BitXor extends BitwiseFunction {
    BitXor() {
        super("bitXor");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitXor(a, b)", "The bits set in exactly one of two integers.")
                .example("SELECT bitXor(12, 10)", "6");
    }

    @Override
    long of(long a, long b, int bits) {
        return a ^ b;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return a.xor(b);
    }
}
