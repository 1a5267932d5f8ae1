package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string, array or map has no elements, or a UUID or address is zero. */
@Builtin("empty")
final class Empty extends Emptiness {
    Empty() {
        super("empty", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "empty(x)",
                        "Whether a string, array or map has no elements, or a UUID or address is zero.")
                .example("SELECT empty(''), empty([1])", "1\t0");
    }
}
