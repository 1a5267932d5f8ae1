package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The least element, or a lambda's least value. */
@Builtin("arrayMin")
final class ArrayMin extends Extremes {
    ArrayMin() {
        super("arrayMin", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array", "arrayMin([x -> f(x), ]array, ...)", "The least element, or a lambda's least value.")
                .example("SELECT arrayMin([3, 1, 2])", "1");
    }
}
