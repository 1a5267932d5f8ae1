package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The text with percent escapes. */
@Builtin("encodeURLComponent")
final class EncodeUrlComponent extends PercentEncoding {
    EncodeUrlComponent() {
        super("encodeURLComponent", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "encodeURLComponent(s)", "The text with percent escapes.")
                .example("SELECT encodeURLComponent('a b')", "a%20b");
    }
}
