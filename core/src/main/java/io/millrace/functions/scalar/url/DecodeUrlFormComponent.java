package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The text with percent escapes decoded and spaces for plus signs. */
@Builtin("decodeURLFormComponent")
final class DecodeUrlFormComponent extends PercentDecoding {
    DecodeUrlFormComponent() {
        super("decodeURLFormComponent", true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "URL",
                        "decodeURLFormComponent(s)",
                        "The text with percent escapes decoded and spaces for plus signs.")
                .example("SELECT decodeURLFormComponent('a+b%21')", "a b!");
    }
}
