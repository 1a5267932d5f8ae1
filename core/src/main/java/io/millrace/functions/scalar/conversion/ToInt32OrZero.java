package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int32; zero if it is none. */
@Builtin("toInt32OrZero")
final class ToInt32OrZero extends PlainConversion {
    ToInt32OrZero() {
        super("toInt32OrZero", Types.INT32, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt32OrZero(x)", "Reads a string as Int32; zero if it is none.")
                .example("SELECT toInt32OrZero('-42'), toInt32OrZero('abc')", "-42\t0");
    }
}
