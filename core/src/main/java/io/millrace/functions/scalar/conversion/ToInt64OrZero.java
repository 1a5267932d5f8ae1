package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as Int64; zero if it is none. */
@Builtin("toInt64OrZero")
final class ToInt64OrZero extends PlainConversion {
    ToInt64OrZero() {
        super("toInt64OrZero", Types.INT64, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toInt64OrZero(x)", "Reads a string as Int64; zero if it is none.")
                .example("SELECT toInt64OrZero('-42'), toInt64OrZero('abc')", "-42\t0");
    }
}
