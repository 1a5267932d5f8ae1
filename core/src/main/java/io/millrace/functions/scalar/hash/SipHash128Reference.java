package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;

/** SipHash-2-4 with 128 bits, as its authors finish it. */
@Builtin("sipHash128Reference")
final class SipHash128Reference extends WideHash {
    SipHash128Reference() {
        super("sipHash128Reference", false, true, false);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Hash", "sipHash128Reference(a, ...)", "SipHash-2-4 with 128 bits, as its authors finish it.")
                .example("SELECT hex(sipHash128Reference('a'))", "FFCC4E749C37A0BEE6C404890ECD7325");
    }
}
