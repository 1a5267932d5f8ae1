package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-512 digest of a string. */
@Builtin("SHA512")
final class Sha512 extends DigestFunction {
    Sha512() {
        super("SHA512", "SHA-512");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA512(s)", "The SHA-512 digest of a string.")
                .example(
                        "SELECT hex(SHA512('abc'))",
                        "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F");
    }
}
