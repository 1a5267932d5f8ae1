package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int256; zero if it is none. */
@Builtin("toInt256OrZero")
final class ToInt256OrZero extends PlainConversion {
    ToInt256OrZero() {
        super("toInt256OrZero", Types.INT256, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt256OrZero(x)", "Reads a string as Int256; zero if it is none.")
                .example("SELECT toInt256OrZero('-42'), toInt256OrZero('abc')", "-42\t0");
    }
}
