package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.scalar.kernel.Numbers;

/** 10 raised to an integer power, as UInt64. */
@Builtin("intExp10")
final class IntExp10 extends IntegerPower {
    IntExp10() {
        super("intExp10");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "intExp10(n)", "10 raised to an integer power, as UInt64.")
                .example("SELECT intExp10(3)", "1000");
    }

    @Override
    long of(long power) {
        if (power < 0) {
            return 0;
        }
        return power > 19 ? -1L : Numbers.power((int) power).longValue();
    }
}
