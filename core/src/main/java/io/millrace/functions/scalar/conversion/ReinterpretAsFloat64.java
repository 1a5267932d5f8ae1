package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** The bytes of a value as Float64. */
@Builtin("reinterpretAsFloat64")
final class ReinterpretAsFloat64 extends ReinterpretFunction {
    ReinterpretAsFloat64() {
        super("reinterpretAsFloat64", Types.FLOAT64);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "reinterpretAsFloat64(x)", "The bytes of a value as Float64.")
                .example("SELECT reinterpretAsFloat64(toUInt64(4607182418800017408))", "1");
    }
}
