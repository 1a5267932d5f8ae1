package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to Float64. */
@Builtin("toFloat64")
final class ToFloat64 extends PlainConversion {
    ToFloat64() {
        super("toFloat64", Types.FLOAT64, CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toFloat64(x)", "Converts a value to Float64.")
                .example("SELECT toFloat64('1.5')", "1.5");
    }
}
