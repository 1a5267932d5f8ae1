package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value in hexadecimal digits. */
@Builtin({"hex", "HEX"})
final class Hex extends Digits {
    Hex() {
        super("hex", 4);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "hex(x)", "The bytes of a value in hexadecimal digits.")
                .example("SELECT hex('abc'), hex(255)", "616263\tFF");
    }
}
