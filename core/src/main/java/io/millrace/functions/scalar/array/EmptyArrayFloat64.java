package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Float64. */
@Builtin("emptyArrayFloat64")
final class EmptyArrayFloat64 extends NoElements {
    EmptyArrayFloat64() {
        super("emptyArrayFloat64", Types.FLOAT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayFloat64()", "An empty array of Float64.")
                .example("SELECT toTypeName(emptyArrayFloat64())", "Array(Float64)");
    }
}
