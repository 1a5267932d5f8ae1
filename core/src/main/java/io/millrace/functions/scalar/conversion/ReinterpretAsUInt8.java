package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt8. */
@Builtin("reinterpretAsUInt8")
final class ReinterpretAsUInt8 extends ReinterpretFunction {
    ReinterpretAsUInt8() {
        super("reinterpretAsUInt8", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt8(x)", "The bytes of a value as UInt8.")
                .example("SELECT reinterpretAsUInt8('a')", "97");
    }
}
