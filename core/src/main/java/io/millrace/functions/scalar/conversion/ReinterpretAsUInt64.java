package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as UInt64. */
@Builtin("reinterpretAsUInt64")
final class ReinterpretAsUInt64 extends ReinterpretFunction {
    ReinterpretAsUInt64() {
        super("reinterpretAsUInt64", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsUInt64(x)", "The bytes of a value as UInt64.")
                .example("SELECT reinterpretAsUInt64('a')", "97");
    }
}
