package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Int64. */
@Builtin("emptyArrayInt64")
final class EmptyArrayInt64 extends NoElements {
    EmptyArrayInt64() {
        super("emptyArrayInt64", Types.INT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayInt64()", "An empty array of Int64.")
                .example("SELECT toTypeName(emptyArrayInt64())", "Array(Int64)");
    }
}
