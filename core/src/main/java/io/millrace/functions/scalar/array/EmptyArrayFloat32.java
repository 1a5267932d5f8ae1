package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Float32. */
@Builtin("emptyArrayFloat32")
final class EmptyArrayFloat32 extends NoElements {
    EmptyArrayFloat32() {
        super("emptyArrayFloat32", Types.FLOAT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayFloat32()", "An empty array of Float32.")
                .example("SELECT toTypeName(emptyArrayFloat32())", "Array(Float32)");
    }
}
