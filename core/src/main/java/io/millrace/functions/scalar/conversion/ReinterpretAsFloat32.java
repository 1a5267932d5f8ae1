package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Float32. */
@Builtin("reinterpretAsFloat32")
final class ReinterpretAsFloat32 extends ReinterpretFunction {
    ReinterpretAsFloat32() {
        super("reinterpretAsFloat32", Types.FLOAT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsFloat32(x)", "The bytes of a value as Float32.")
                .example("SELECT reinterpretAsFloat32(toUInt32(1065353216))", "1");
    }
}
