package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash3 of any values, 64 bits. */
@Builtin("murmurHash3_64")
final class MurmurHash3To64 extends AnyHash {
    MurmurHash3To64() {
        super("murmurHash3_64", Types.UINT64, false, MurmurHash::hash3x64, IntHash::combine64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "murmurHash3_64(a, ...)", "MurmurHash3 of any values, 64 bits.")
                .example("SELECT murmurHash3_64('a')", "7196874446409822675");
    }
}
