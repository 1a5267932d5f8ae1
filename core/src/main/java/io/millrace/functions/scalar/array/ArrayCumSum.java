package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The running sums of the elements. */
@Builtin("arrayCumSum")
final class ArrayCumSum extends RunningSum {
    ArrayCumSum() {
        super("arrayCumSum", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayCumSum([x -> f(x), ]array, ...)", "The running sums of the elements.")
                .example("SELECT arrayCumSum([1, 2, 3])", "[1,3,6]");
    }
}
