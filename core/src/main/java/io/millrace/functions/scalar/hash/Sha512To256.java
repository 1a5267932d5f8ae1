package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-512/256 digest of a string. */
@Builtin("SHA512_256")
final class Sha512To256 extends DigestFunction {
    Sha512To256() {
        super("SHA512_256", "SHA-512/256");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA512_256(s)", "The SHA-512/256 digest of a string.")
                .example(
                        "SELECT hex(SHA512_256('abc'))",
                        "53048E2681941EF99B2E29B76B4C7DABE4C2D0C634FC6D46E0E2F13107E7AF23");
    }
}
