package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int8. */
@Builtin("reinterpretAsInt8")
final class ReinterpretAsInt8 extends ReinterpretFunction {
    ReinterpretAsInt8() {
        super("reinterpretAsInt8", Types.INT8);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt8(x)", "The bytes of a value as Int8.")
                .example("SELECT reinterpretAsInt8('a')", "97");
    }
}
