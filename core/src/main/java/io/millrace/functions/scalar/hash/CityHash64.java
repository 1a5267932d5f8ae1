package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.CityHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** CityHash 1.0.2 of any values, 64 bits. */
@Builtin("cityHash64")
final class CityHash64 extends AnyHash {
    CityHash64() {
        super("cityHash64", Types.UINT64, true, CityHash::hash64, CityHash::mix);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "cityHash64(a, ...)", "CityHash 1.0.2 of any values, 64 bits.")
                .example("SELECT cityHash64('a')", "2603192927274642682");
    }
}
