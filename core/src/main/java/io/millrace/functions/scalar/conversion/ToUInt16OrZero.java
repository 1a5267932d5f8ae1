package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt16; zero if it is none. */
@Builtin("toUInt16OrZero")
final class ToUInt16OrZero extends PlainConversion {
    ToUInt16OrZero() {
        super("toUInt16OrZero", Types.UINT16, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt16OrZero(x)", "Reads a string as UInt16; zero if it is none.")
                .example("SELECT toUInt16OrZero('42'), toUInt16OrZero('abc')", "42\t0");
    }
}
