package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.MurmurHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** MurmurHash2 of any values, 32 bits. */
@Builtin("murmurHash2_32")
final class MurmurHash2To32 extends AnyHash {
    MurmurHash2To32() {
        super(
                "murmurHash2_32",
                Types.UINT32,
                false,
                (b, from, n) -> MurmurHash.hash2x32(b, from, n) & 0xFFFF_FFFFL,
                (h, n) -> IntHash.combine32((int) h, (int) n) & 0xFFFF_FFFFL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "murmurHash2_32(a, ...)", "MurmurHash2 of any values, 32 bits.")
                .example("SELECT murmurHash2_32('a')", "2456313694");
    }
}
