package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.FarmHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** FarmHash of any values, 64 bits. */
@Builtin("farmHash64")
final class FarmHash64 extends AnyHash {
    FarmHash64() {
        super("farmHash64", Types.UINT64, true, FarmHash::hash64, CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "farmHash64(a, ...)", "FarmHash of any values, 64 bits.")
                .example("SELECT farmHash64('a')", "12917804110809363939");
    }
}
