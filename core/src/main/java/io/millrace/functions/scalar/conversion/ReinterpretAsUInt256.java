package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt256. */
@Builtin("reinterpretAsUInt256")
final class ReinterpretAsUInt256 extends ReinterpretFunction {
    ReinterpretAsUInt256() {
        super("reinterpretAsUInt256", Types.UINT256);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt256(x)", "The bytes of a value as UInt256.")
                .example("SELECT reinterpretAsUInt256('a')", "97");
    }
}
