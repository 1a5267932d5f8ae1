package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as String. */
@Builtin("reinterpretAsString")
final class ReinterpretAsString extends ReinterpretFunction {
    ReinterpretAsString() {
        super("reinterpretAsString", Types.STRING);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsString(x)", "The bytes of a value as String.")
                .example("SELECT reinterpretAsString(65)", "A");
    }
}
