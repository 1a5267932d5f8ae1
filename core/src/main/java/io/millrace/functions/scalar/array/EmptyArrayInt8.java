package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Int8. */
@Builtin("emptyArrayInt8")
final class EmptyArrayInt8 extends NoElements {
    EmptyArrayInt8() {
        super("emptyArrayInt8", Types.INT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayInt8()", "An empty array of Int8.")
                .example("SELECT toTypeName(emptyArrayInt8())", "Array(Int8)");
    }
}
