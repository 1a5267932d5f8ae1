package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-256 digest of a string. */
@Builtin("SHA256")
final class Sha256 extends DigestFunction {
    Sha256() {
        super("SHA256", "SHA-256");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA256(s)", "The SHA-256 digest of a string.")
                .example(
                        "SELECT hex(SHA256('abc'))",
                        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD");
    }
}
