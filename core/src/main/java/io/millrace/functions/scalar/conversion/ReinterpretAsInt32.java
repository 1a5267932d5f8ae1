package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int32. */
@Builtin("reinterpretAsInt32")
final class ReinterpretAsInt32 extends ReinterpretFunction {
    ReinterpretAsInt32() {
        super("reinterpretAsInt32", Types.INT32);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt32(x)", "The bytes of a value as Int32.")
                .example("SELECT reinterpretAsInt32('a')", "97");
    }
}
