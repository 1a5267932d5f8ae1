package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.IntHash;
import io.millrace.base.hash.XxHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** xxHash of any values, 32 bits. */
@Builtin("xxHash32")
final class XxHash32 extends AnyHash {
    XxHash32() {
        super(
                "xxHash32",
                Types.UINT32,
                false,
                (b, from, n) -> XxHash.hash32(b, from, n, 0) & 0xFFFF_FFFFL,
                (h, n) -> IntHash.combine32((int) h, (int) n) & 0xFFFF_FFFFL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "xxHash32(a, ...)", "xxHash of any values, 32 bits.")
                .example("SELECT xxHash32('a')", "1426945110");
    }
}
