package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import java.util.Base64;

/** A string in Base64. */
@Builtin({"base64Encode", "TO_BASE64"})
final class Base64Encode extends Base64Encoding {
    Base64Encode() {
        super("base64Encode", Base64.getEncoder());
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "base64Encode(s)", "A string in Base64.")
                .example("SELECT base64Encode('clickhouse')", "Y2xpY2tob3VzZQ==");
    }
}
