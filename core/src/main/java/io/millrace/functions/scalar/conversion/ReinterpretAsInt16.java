package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int16. */
@Builtin("reinterpretAsInt16")
final class ReinterpretAsInt16 extends ReinterpretFunction {
    ReinterpretAsInt16() {
        super("reinterpretAsInt16", Types.INT16);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt16(x)", "The bytes of a value as Int16.")
                .example("SELECT reinterpretAsInt16('a')", "97");
    }
}
