package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The bits set in at least one of two integers. */
@Builtin("bitOr")
final class BitOr extends BitwiseFunction {
    BitOr() {
        super("bitOr");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitOr(a, b)", "The bits set in at least one of two integers.")
                .example("SELECT bitOr(12, 10)", "14");
    }

    @Override
    long of(long a, long b, int bits) {
        return a | b;
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b, int bits) {
        return a.or(b);
    }
}
