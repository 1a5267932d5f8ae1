package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Elements for which a lambda is false are replaced by the one behind them. */
@Builtin("arrayReverseFill")
final class ArrayReverseFill extends Filling {
    ArrayReverseFill() {
        super("arrayReverseFill", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayReverseFill(x -> condition, array, ...)",
                        "Elements for which a lambda is false are replaced by the one behind them.")
                .example("SELECT arrayReverseFill(x -> x > 0, [0, 1, 0, 3])", "[1,1,3,3]");
    }
}
