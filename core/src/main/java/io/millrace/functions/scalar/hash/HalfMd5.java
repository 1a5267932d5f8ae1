package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.Digests;
import io.millrace.base.hash.IntHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The first 8 bytes of MD5 as a number. */
@Builtin("halfMD5")
final class HalfMd5 extends AnyHash {
    HalfMd5() {
        super("halfMD5", Types.UINT64, false, (b, from, n) -> Digests.md5().half(b, from, n), IntHash::combine64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "halfMD5(a, ...)", "The first 8 bytes of MD5 as a number.")
                .example("SELECT halfMD5('a')", "919145239626757800");
    }
}
