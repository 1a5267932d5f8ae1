package io.millrace.functions.scalar.encoding;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value in binary digits. */
@Builtin({"bin", "BIN"})
final class Bin extends Digits {
    Bin() {
        super("bin", 1);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Encoding", "bin(x)", "The bytes of a value in binary digits.")
                .example("SELECT bin(14)", "00001110");
    }
}
