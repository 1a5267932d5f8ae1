package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt16. */
@Builtin("reinterpretAsUInt16")
final class ReinterpretAsUInt16 extends ReinterpretFunction {
    ReinterpretAsUInt16() {
        super("reinterpretAsUInt16", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt16(x)", "The bytes of a value as UInt16.")
                .example("SELECT reinterpretAsUInt16('a')", "97");
    }
}
