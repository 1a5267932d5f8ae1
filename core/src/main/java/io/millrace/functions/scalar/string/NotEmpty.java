package io.millrace.functions.scalar.string;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** Whether a string, array or map has elements, or a UUID or address is not zero. */
@Builtin("notEmpty")
final class NotEmpty extends Emptiness {
    NotEmpty() {
        super("notEmpty", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "String",
                        "notEmpty(x)",
                        "Whether a string, array or map has elements, or a UUID or address is not zero.")
                .example("SELECT notEmpty('a'), notEmpty([])", "1\t0");
    }
}
