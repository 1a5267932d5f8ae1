package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** SipHash-2-4 with 128 bits, as ClickHouse finishes it. */
@Builtin("sipHash128")
final class SipHash128 extends WideHash {
    SipHash128() {
        super("sipHash128", false, false, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "sipHash128(a, ...)", "SipHash-2-4 with 128 bits, as ClickHouse finishes it.")
                .example("SELECT hex(sipHash128('a'))", "71315E763CCB60893893CDBB5CC3A21F");
    }
}
