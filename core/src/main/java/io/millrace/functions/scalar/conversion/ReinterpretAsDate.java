package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Date. */
@Builtin("reinterpretAsDate")
final class ReinterpretAsDate extends ReinterpretFunction {
    ReinterpretAsDate() {
        super("reinterpretAsDate", Types.DATE);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsDate(x)", "The bytes of a value as Date.")
                .example("SELECT reinterpretAsDate(65)", "1970-03-07");
    }
}
