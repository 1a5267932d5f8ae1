package io.millrace.functions.scalar.rounding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.RoundingMode;

/** Rounds down to a number of digits. */
@Builtin({"floor", "FLOOR"})
final class Floor extends RoundingFunction {
    Floor() {
        super("floor", RoundingMode.FLOOR);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Rounding", "floor(x[, digits])", "Rounds down to a number of digits.")
                .example("SELECT floor(-1.5), floor(12345, -2)", "-2\t12300");
    }

    @Override
    double whole(double value) {
        return Math.floor(value);
    }
}
