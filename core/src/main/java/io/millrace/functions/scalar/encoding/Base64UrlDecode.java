package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string behind Base64 for URLs. */
@Builtin("base64URLDecode")
final class Base64UrlDecode extends Base64Decoding {
    Base64UrlDecode() {
        super("base64URLDecode", true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "base64URLDecode(s)", "The string behind Base64 for URLs.")
                .example("SELECT base64URLDecode('YT5iPw')", "a>b?");
    }
}
