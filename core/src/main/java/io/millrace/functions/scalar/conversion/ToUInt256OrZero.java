package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as UInt256; zero if it is none. */
@Builtin("toUInt256OrZero")
final class ToUInt256OrZero extends PlainConversion {
    ToUInt256OrZero() {
        super("toUInt256OrZero", Types.UINT256, CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toUInt256OrZero(x)", "Reads a string as UInt256; zero if it is none.")
                .example("SELECT toUInt256OrZero('42'), toUInt256OrZero('abc')", "42\t0");
    }
}
