package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The number with the opposite sign; integers without sign become signed. */
@Builtin("negate")
final class Negate extends UnaryArithmetic {
    Negate() {
        super("negate", NumberPromotion::negate);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "negate(x)",
                        "The number with the opposite sign; integers without sign become signed.")
                .example("SELECT negate(5), -toUInt64(1)", "-5\t-1");
    }

    @Override
    long of(long value) {
        return -value;
    }

    @Override
    double of(double value) {
        return -value;
    }

    @Override
    BigInteger of(BigInteger value) {
        return value.negate();
    }
}
