package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as IPv6; zero if it is none. */
@Builtin("toIPv6OrZero")
final class ToIPv6OrZero extends PlainConversion {
    ToIPv6OrZero() {
        super("toIPv6OrZero", new Ipv6Type(), CastMode.TEXT_OR_ZERO);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv6OrZero(x)", "Reads a string as IPv6; zero if it is none.")
                .example(
                        "SELECT toIPv6OrZero('2001:438:ffff::407d:1bc1'), toIPv6OrZero('x')",
                        "2001:438:ffff::407d:1bc1\t::");
    }
}
