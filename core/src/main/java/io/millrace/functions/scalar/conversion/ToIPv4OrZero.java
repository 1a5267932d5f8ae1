package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as IPv4; zero if it is none. */
@Builtin("toIPv4OrZero")
final class ToIPv4OrZero extends PlainConversion {
    ToIPv4OrZero() {
        super("toIPv4OrZero", new Ipv4Type(), CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv4OrZero(x)", "Reads a string as IPv4; zero if it is none.")
                .example("SELECT toIPv4OrZero('116.106.34.242'), toIPv4OrZero('x')", "116.106.34.242\t0.0.0.0");
    }
}
