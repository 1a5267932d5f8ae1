package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The greatest common divisor of two integers. */
@Builtin("gcd")
final class Gcd extends DivisorFunction {
    Gcd() {
        super("gcd");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "gcd(a, b)", "The greatest common divisor of two integers.")
                .example("SELECT gcd(12, 18)", "6");
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b) {
        return a.gcd(b);
    }
}
