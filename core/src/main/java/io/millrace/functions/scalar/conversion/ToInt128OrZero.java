package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int128; zero if it is none. */
@Builtin("toInt128OrZero")
final class ToInt128OrZero extends PlainConversion {
    ToInt128OrZero() {
        super("toInt128OrZero", Types.INT128, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt128OrZero(x)", "Reads a string as Int128; zero if it is none.")
                .example("SELECT toInt128OrZero('-42'), toInt128OrZero('abc')", "-42\t0");
    }
}
