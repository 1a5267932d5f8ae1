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
                .example("SELECT hex(SHA384('abc'))", "@");
    }
}
