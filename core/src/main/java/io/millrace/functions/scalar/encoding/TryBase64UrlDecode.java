package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string behind Base64 for URLs, empty if it is none. */
@Builtin("tryBase64URLDecode")
final class TryBase64UrlDecode extends Base64Decoding {
    TryBase64UrlDecode() {
        super("tryBase64URLDecode", true, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Encoding", "tryBase64URLDecode(s)", "The string behind Base64 for URLs, empty if it is none.")
                .example("SELECT tryBase64URLDecode('YT5iPw')", "a>b?");
    }
}
