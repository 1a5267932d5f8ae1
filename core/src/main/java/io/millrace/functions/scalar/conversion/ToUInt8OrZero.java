package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt8; zero if it is none. */
@Builtin("toUInt8OrZero")
final class ToUInt8OrZero extends PlainConversion {
    ToUInt8OrZero() {
        super("toUInt8OrZero", Types.UINT8, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt8OrZero(x)", "Reads a string as UInt8; zero if it is none.")
                .example("SELECT toUInt8OrZero('42'), toUInt8OrZero('abc')", "42\t0");
    }
}
