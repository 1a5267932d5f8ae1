package io.millrace.functions.scalar.rounding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.RoundingMode;

/** Cuts off the digits behind a number of digits. */
@Builtin({"trunc", "truncate", "TRUNC", "TRUNCATE"})
final class Trunc extends RoundingFunction {
    Trunc() {
        super("trunc", RoundingMode.DOWN);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Rounding", "trunc(x[, digits])", "Cuts off the digits behind a number of digits.")
                .example("SELECT trunc(-1.5), trunc(12345, -2)", "-1\t12300");
    }

    @Override
    double whole(double value) {
        return value < 0 ? Math.ceil(value) : Math.floor(value);
    }
}
