package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt32; zero if it is none. */
@Builtin("toUInt32OrZero")
final class ToUInt32OrZero extends PlainConversion {
    ToUInt32OrZero() {
        super("toUInt32OrZero", Types.UINT32, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt32OrZero(x)", "Reads a string as UInt32; zero if it is none.")
                .example("SELECT toUInt32OrZero('42'), toUInt32OrZero('abc')", "42\t0");
    }
}
