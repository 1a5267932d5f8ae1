package io.millrace.functions.scalar.rounding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.math.RoundingMode;

/** Rounds to a number of digits, to the even neighbour in the middle. */
@Builtin("roundBankers")
final class RoundBankers extends RoundingFunction {
    RoundBankers() {
        super("roundBankers", RoundingMode.HALF_EVEN);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Rounding",
                        "roundBankers(x[, digits])",
                        "Rounds to a number of digits, to the even neighbour in the middle.")
                .example("SELECT roundBankers(2.5), roundBankers(125, -1)", "2\t120");
    }

    @Override
    double whole(double value) {
        return Math.rint(value);
    }
}
