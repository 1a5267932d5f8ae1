package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string behind Base64, empty if it is none. */
@Builtin("tryBase64Decode")
final class TryBase64Decode extends Base64Decoding {
    TryBase64Decode() {
        super("tryBase64Decode", false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "tryBase64Decode(s)", "The string behind Base64, empty if it is none.")
                .example("SELECT tryBase64Decode('#') = ''", "1");
    }
}
