package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int128. */
@Builtin("reinterpretAsInt128")
final class ReinterpretAsInt128 extends ReinterpretFunction {
    ReinterpretAsInt128() {
        super("reinterpretAsInt128", Types.INT128);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt128(x)", "The bytes of a value as Int128.")
                .example("SELECT reinterpretAsInt128('a')", "97");
    }
}
