package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt64; zero if it is none. */
@Builtin("toUInt64OrZero")
final class ToUInt64OrZero extends PlainConversion {
    ToUInt64OrZero() {
        super("toUInt64OrZero", Types.UINT64, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt64OrZero(x)", "Reads a string as UInt64; zero if it is none.")
                .example("SELECT toUInt64OrZero('42'), toUInt64OrZero('abc')", "42\t0");
    }
}
