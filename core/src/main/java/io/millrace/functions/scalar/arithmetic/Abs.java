package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The absolute value; of a signed integer it has no sign. */
@Builtin({"abs", "ABS"})
final class Abs extends UnaryArithmetic {
    Abs() {
        super("abs", NumberPromotion::abs);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "abs(x)", "The absolute value; of a signed integer it has no sign.")
                .example("SELECT abs(-5), abs(toInt8(-128))", "5\t128")
                .example("SELECT abs(-1.5)", "1.5");
    }

    @Override
    long of(long value) {
        return Math.abs(value);
    }

    @Override
    double of(double value) {
        return Math.abs(value);
    }

    @Override
    BigInteger of(BigInteger value) {
        return value.abs();
    }
}
