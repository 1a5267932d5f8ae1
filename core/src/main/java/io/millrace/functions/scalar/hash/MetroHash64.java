package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.hash.MetroHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MetroHash of any values, 64 bits. */
@Builtin("metroHash64")
final class MetroHash64 extends AnyHash {
    MetroHash64() {
        super("metroHash64", Types.UINT64, true, MetroHash::hash64, CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "metroHash64(a, ...)", "MetroHash of any values, 64 bits.")
                .example("SELECT metroHash64('a')", "6759146875928959315");
    }
}
