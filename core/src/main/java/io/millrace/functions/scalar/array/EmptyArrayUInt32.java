package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of UInt32. */
@Builtin("emptyArrayUInt32")
final class EmptyArrayUInt32 extends NoElements {
    EmptyArrayUInt32() {
        super("emptyArrayUInt32", Types.UINT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayUInt32()", "An empty array of UInt32.")
                .example("SELECT toTypeName(emptyArrayUInt32())", "Array(UInt32)");
    }
}
