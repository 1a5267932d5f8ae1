package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt128; zero if it is none. */
@Builtin("toUInt128OrZero")
final class ToUInt128OrZero extends PlainConversion {
    ToUInt128OrZero() {
        super("toUInt128OrZero", Types.UINT128, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt128OrZero(x)", "Reads a string as UInt128; zero if it is none.")
                .example("SELECT toUInt128OrZero('42'), toUInt128OrZero('abc')", "42\t0");
    }
}
