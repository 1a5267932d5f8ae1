package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The string behind Base64. */
@Builtin({"base64Decode", "FROM_BASE64"})
final class Base64Decode extends Base64Decoding {
    Base64Decode() {
        super("base64Decode", false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "base64Decode(s)", "The string behind Base64.")
                .example("SELECT base64Decode('Y2xpY2tob3VzZQ==')", "clickhouse");
    }
}
