package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.BigInteger;

/** The product of two numbers. */
@Builtin("multiply")
final class Multiply extends BinaryArithmetic {
    Multiply() {
        super("multiply", NumberPromotion::multiply, new MultiplyLoops(), BigInteger::multiply);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Arithmetic", "multiply(a, b)", "The product of two numbers.")
                .example("SELECT 6 * 7", "42")
                .example("SELECT toDecimal32(1.5, 1) * toDecimal32(0.25, 2)", "0.375");
    }

    @Override
    boolean sameScale() {
        return false;
    }
}
