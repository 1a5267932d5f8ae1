package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The least common multiple of two integers. */
@Builtin("lcm")
final class Lcm extends DivisorFunction {
    Lcm() {
        super("lcm");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "lcm(a, b)", "The least common multiple of two integers.")
                .example("SELECT lcm(4, 6)", "12");
    }

    @Override
    BigInteger of(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b).abs();
    }
}
