package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-384 digest of a string. */
@Builtin("SHA384")
final class Sha384 extends DigestFunction {
    Sha384() {
        super("SHA384", "SHA-384");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA384(s)", "The SHA-384 digest of a string.")
                .example(
                        "SELECT hex(SHA384('abc'))",
                        "CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7");
    }
}
