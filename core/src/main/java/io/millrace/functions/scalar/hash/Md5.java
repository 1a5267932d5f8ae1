package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The MD5 digest of a string. */
@Builtin("MD5")
final class Md5 extends DigestFunction {
    Md5() {
        super("MD5", "MD5");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "MD5(s)", "The MD5 digest of a string.")
                .example("SELECT hex(MD5('abc'))", "900150983CD24FB0D6963F7D28E17F72");
    }
}
