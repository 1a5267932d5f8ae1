package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The bits set in both integers. */
@Builtin("bitAnd")
final class BitAnd extends BitwiseFunction {
    BitAnd() {
        super("bitAnd");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitAnd(a, b)", "The bits set in both integers.")
                .example("SELECT bitAnd(12, 10)", "8");
    }

    @Override
    long of(long a, long b, int bits) {
        return a & b;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return a.and(b);
    }
}
