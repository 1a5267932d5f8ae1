package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of UInt64. */
@Builtin("emptyArrayUInt64")
final class EmptyArrayUInt64 extends NoElements {
    EmptyArrayUInt64() {
        super("emptyArrayUInt64", Types.UINT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayUInt64()", "An empty array of UInt64.")
                .example("SELECT toTypeName(emptyArrayUInt64())", "Array(UInt64)");
    }
}
