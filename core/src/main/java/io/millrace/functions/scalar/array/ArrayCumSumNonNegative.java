package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The running sums of the elements, never below zero. */
@Builtin("arrayCumSumNonNegative")
final class ArrayCumSumNonNegative extends RunningSum {
    ArrayCumSumNonNegative() {
        super("arrayCumSumNonNegative", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayCumSumNonNegative([x -> f(x), ]array, ...)",
                        "The running sums of the elements, never below zero.")
                .example("SELECT arrayCumSumNonNegative([1, -5, 2])", "[1,0,2]");
    }
}
