package io.millrace.functions.scalar.rounding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.RoundingMode;

/** Rounds up to a number of digits. */
@Builtin({"ceil", "ceiling", "CEIL", "CEILING"})
final class Ceil extends RoundingFunction {
    Ceil() {
        super("ceil", RoundingMode.CEILING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Rounding", "ceil(x[, digits])", "Rounds up to a number of digits.")
                .example("SELECT ceil(-1.5), ceil(1.2345, 2)", "-1\t1.24");
    }

    @Override
    double whole(double value) {
        return Math.ceil(value);
    }
}
