package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash3 of a string, 128 bits. */
@Builtin("murmurHash3_128")
final class MurmurHash3To128 extends WideHash {
    MurmurHash3To128() {
        super("murmurHash3_128", false, false, true);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "murmurHash3_128(a)", "MurmurHash3 of a string, 128 bits.")
                .example("SELECT hex(murmurHash3_128('a'))", "897859F6655555855A890E51483AB5E6");
    }
}
