package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of String. */
@Builtin("emptyArrayString")
final class EmptyArrayString extends NoElements {
    EmptyArrayString() {
        super("emptyArrayString", Types.STRING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayString()", "An empty array of String.")
                .example("SELECT toTypeName(emptyArrayString())", "Array(String)");
    }
}
