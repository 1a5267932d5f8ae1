package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash2 of any values, 64 bits. */
@Builtin("murmurHash2_64")
final class MurmurHash2To64 extends AnyHash {
    MurmurHash2To64() {
        super("murmurHash2_64", Types.UINT64, false, MurmurHash::hash2x64, IntHash::combine64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "murmurHash2_64(a, ...)", "MurmurHash2 of any values, 64 bits.")
                .example("SELECT murmurHash2_64('a')", "510903276987443985");
    }
}
