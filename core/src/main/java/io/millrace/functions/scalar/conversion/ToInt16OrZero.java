package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int16; zero if it is none. */
@Builtin("toInt16OrZero")
final class ToInt16OrZero extends PlainConversion {
    ToInt16OrZero() {
        super("toInt16OrZero", Types.INT16, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt16OrZero(x)", "Reads a string as Int16; zero if it is none.")
                .example("SELECT toInt16OrZero('-42'), toInt16OrZero('abc')", "-42\t0");
    }
}
