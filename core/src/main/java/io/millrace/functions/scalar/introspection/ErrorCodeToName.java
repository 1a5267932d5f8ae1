package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The name of an error code. */
@Builtin("errorCodeToName")
final class ErrorCodeToName extends NumberNames {
    ErrorCodeToName() {
        super("errorCodeToName");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "errorCodeToName(code)", "The name of an error code.")
                .example("SELECT errorCodeToName(43)", "ILLEGAL_TYPE_OF_ARGUMENT");
    }
}
