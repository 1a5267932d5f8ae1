package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash2 with gcc's seed, 64 bits. */
@Builtin("gccMurmurHash")
final class GccMurmurHash extends AnyHash {
    GccMurmurHash() {
        super("gccMurmurHash", Types.UINT64, false, MurmurHash::gcc, IntHash::combine64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "gccMurmurHash(a, ...)", "MurmurHash2 with gcc's seed, 64 bits.")
                .example("SELECT gccMurmurHash('a')", "4993892634952068459");
    }
}
