package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Int64. */
@Builtin("reinterpretAsInt64")
final class ReinterpretAsInt64 extends ReinterpretFunction {
    ReinterpretAsInt64() {
        super("reinterpretAsInt64", Types.INT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsInt64(x)", "The bytes of a value as Int64.")
                .example("SELECT reinterpretAsInt64('a')", "97");
    }
}
