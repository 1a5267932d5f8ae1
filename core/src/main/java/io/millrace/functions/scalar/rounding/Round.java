package io.millrace.functions.scalar.rounding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.RoundingMode;

/**
 * Rounds to a number of digits: floats to the even neighbour in the middle, decimals and integers away from zero.
 */
@Builtin({"round", "ROUND"})
final class Round extends RoundingFunction {
    Round() {
        super("round", RoundingMode.HALF_UP);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Rounding",
                        "round(x[, digits])",
                        "Rounds to a number of digits: floats to the even neighbour in the middle, decimals and integers away from zero.")
                .example("SELECT round(2.5), round(3.5), round(123.456, 2)", "2\t4\t123.46")
                .example("SELECT round(125, -1), round(toDecimal32(1.25, 2), 1)", "130\t1.3");
    }

    @Override
    double whole(double value) {
        return Math.rint(value);
    }
}
