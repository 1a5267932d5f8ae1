package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Int32. */
@Builtin("emptyArrayInt32")
final class EmptyArrayInt32 extends NoElements {
    EmptyArrayInt32() {
        super("emptyArrayInt32", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayInt32()", "An empty array of Int32.")
                .example("SELECT toTypeName(emptyArrayInt32())", "Array(Int32)");
    }
}
