package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.Xxh3;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** XXH3 of any values, 64 bits. */
@Builtin("xxh3")
final class XxHash3 extends AnyHash {
    XxHash3() {
        super("xxh3", Types.UINT64, false, Xxh3::hash64, CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "xxh3(a, ...)", "XXH3 of any values, 64 bits.")
                .example("SELECT xxh3('a')", "16629034431890738719");
    }
}
