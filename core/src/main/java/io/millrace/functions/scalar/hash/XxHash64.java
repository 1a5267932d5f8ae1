package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.XxHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** xxHash of any values, 64 bits. */
@Builtin("xxHash64")
final class XxHash64 extends AnyHash {
    XxHash64() {
        super("xxHash64", Types.UINT64, false, (b, from, n) -> XxHash.hash64(b, from, n, 0), CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "xxHash64(a, ...)", "xxHash of any values, 64 bits.")
                .example("SELECT xxHash64('a')", "15154266338359012955");
    }
}
