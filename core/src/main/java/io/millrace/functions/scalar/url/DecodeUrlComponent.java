package io.millrace.functions.scalar.url;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The text with percent escapes decoded. */
@Builtin("decodeURLComponent")
final class DecodeUrlComponent extends PercentDecoding {
    DecodeUrlComponent() {
        super("decodeURLComponent", false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("URL", "decodeURLComponent(s)", "The text with percent escapes decoded.")
                .example("SELECT decodeURLComponent('a%20b')", "a b");
    }
}
