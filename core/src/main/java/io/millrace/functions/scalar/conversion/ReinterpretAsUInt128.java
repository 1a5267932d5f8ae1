package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt128. */
@Builtin("reinterpretAsUInt128")
final class ReinterpretAsUInt128 extends ReinterpretFunction {
    ReinterpretAsUInt128() {
        super("reinterpretAsUInt128", Types.UINT128);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt128(x)", "The bytes of a value as UInt128.")
                .example("SELECT reinterpretAsUInt128('a')", "97");
    }
}
