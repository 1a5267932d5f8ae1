package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of UInt16. */
@Builtin("emptyArrayUInt16")
final class EmptyArrayUInt16 extends NoElements {
    EmptyArrayUInt16() {
        super("emptyArrayUInt16", Types.UINT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayUInt16()", "An empty array of UInt16.")
                .example("SELECT toTypeName(emptyArrayUInt16())", "Array(UInt16)");
    }
}
