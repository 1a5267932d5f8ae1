package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The SHA-1 digest of a string. */
@Builtin("SHA1")
final class Sha1 extends DigestFunction {
    Sha1() {
        super("SHA1", "SHA-1");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "SHA1(s)", "The SHA-1 digest of a string.")
                .example("SELECT hex(SHA1('abc'))", "A9993E364706816ABA3E25717850C26C9CD0D89D");
    }
}
