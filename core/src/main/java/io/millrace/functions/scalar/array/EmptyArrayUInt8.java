package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of UInt8. */
@Builtin("emptyArrayUInt8")
final class EmptyArrayUInt8 extends NoElements {
    EmptyArrayUInt8() {
        super("emptyArrayUInt8", Types.UINT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayUInt8()", "An empty array of UInt8.")
                .example("SELECT toTypeName(emptyArrayUInt8())", "Array(UInt8)");
    }
}
