package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** 2 raised to an integer power, as UInt64. */
@Builtin("intExp2")
final class IntExp2 extends IntegerPower {
    IntExp2() {
        super("intExp2");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "intExp2(n)", "2 raised to an integer power, as UInt64.")
                .example("SELECT intExp2(10)", "1024");
    }

    @Override
    long of(long power) {
        return power < 0 ? 0 : power >= 64 ? -1L : 1L << power;
    }
}
