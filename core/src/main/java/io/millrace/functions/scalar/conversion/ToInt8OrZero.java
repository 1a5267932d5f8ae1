package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int8; zero if it is none. */
@Builtin("toInt8OrZero")
final class ToInt8OrZero extends PlainConversion {
    ToInt8OrZero() {
        super("toInt8OrZero", Types.INT8, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt8OrZero(x)", "Reads a string as Int8; zero if it is none.")
                .example("SELECT toInt8OrZero('-42'), toInt8OrZero('abc')", "-42\t0");
    }
}
