package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt32. */
@Builtin("reinterpretAsUInt32")
final class ReinterpretAsUInt32 extends ReinterpretFunction {
    ReinterpretAsUInt32() {
        super("reinterpretAsUInt32", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt32(x)", "The bytes of a value as UInt32.")
                .example("SELECT reinterpretAsUInt32('a')", "97");
    }
}
