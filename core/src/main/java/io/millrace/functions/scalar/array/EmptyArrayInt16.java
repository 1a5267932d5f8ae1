package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Int16. */
@Builtin("emptyArrayInt16")
final class EmptyArrayInt16 extends NoElements {
    EmptyArrayInt16() {
        super("emptyArrayInt16", Types.INT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayInt16()", "An empty array of Int16.")
                .example("SELECT toTypeName(emptyArrayInt16())", "Array(Int16)");
    }
}
