package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.Base64;

/** A string in Base64 with the alphabet for URLs, without padding. */
@Builtin("base64URLEncode")
final class Base64UrlEncode extends Base64Encoding {
    Base64UrlEncode() {
        super("base64URLEncode", Base64.getUrlEncoder().withoutPadding());
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Encoding",
                        "base64URLEncode(s)",
                        "A string in Base64 with the alphabet for URLs, without padding.")
                .example("SELECT base64URLEncode('a>b?')", "YT5iPw");
    }
}
