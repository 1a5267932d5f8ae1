package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** An empty array of Date. */
@Builtin("emptyArrayDate")
final class EmptyArrayDate extends NoElements {
    EmptyArrayDate() {
        super("emptyArrayDate", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "emptyArrayDate()", "An empty array of Date.")
                .example("SELECT toTypeName(emptyArrayDate())", "Array(Date)");
    }
}
