package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.FarmHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** FarmHash's fingerprint of any values, 64 bits. */
@Builtin("farmFingerprint64")
final class FarmFingerprint64 extends AnyHash {
    FarmFingerprint64() {
        super("farmFingerprint64", Types.UINT64, true, FarmHash::fingerprint64, CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "farmFingerprint64(a, ...)", "FarmHash's fingerprint of any values, 64 bits.")
                .example("SELECT farmFingerprint64('a')", "12917804110809363939");
    }
}
