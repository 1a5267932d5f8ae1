package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of DateTime. */
@Builtin("emptyArrayDateTime")
final class EmptyArrayDateTime extends NoElements {
    EmptyArrayDateTime() {
        super("emptyArrayDateTime", Types.DATETIME);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayDateTime()", "An empty array of DateTime.")
                .example("SELECT toTypeName(emptyArrayDateTime())", "Array(DateTime)");
    }
}
