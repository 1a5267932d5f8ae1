package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The text with percent escapes and plus signs for spaces. */
@Builtin("encodeURLFormComponent")
final class EncodeUrlFormComponent extends PercentEncoding {
    EncodeUrlFormComponent() {
        super("encodeURLFormComponent", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL", "encodeURLFormComponent(s)", "The text with percent escapes and plus signs for spaces.")
                .example("SELECT encodeURLFormComponent('a b!')", "a+b%21");
    }
}
