package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-224 digest of a string. */
@Builtin("SHA224")
final class Sha224 extends DigestFunction {
    Sha224() {
        super("SHA224", "SHA-224");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA224(s)", "The SHA-224 digest of a string.")
                .example("SELECT hex(SHA224('abc'))", "23097D223405D8228642A477BDA255B32AADBCE4BDA0B3F7E36C9DA7");
    }
}
