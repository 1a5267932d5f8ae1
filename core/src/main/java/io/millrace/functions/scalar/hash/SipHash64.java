package io.millrace.functions.scalar.hash;

import io.millrace.base.hash.SipHash;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** SipHash-2-4 of any values, 64 bits. */
@Builtin("sipHash64")
final class SipHash64 extends AnyHash {
    SipHash64() {
        super("sipHash64", Types.UINT64, false, SipHash::hash64, SipHash::combine64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "sipHash64(a, ...)", "SipHash-2-4 of any values, 64 bits.")
                .example("SELECT sipHash64('a')", "10863254463029944905");
    }
}
