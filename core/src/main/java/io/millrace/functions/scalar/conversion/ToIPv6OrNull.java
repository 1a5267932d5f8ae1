package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Reads a string as IPv6; NULL if it is none. */
@Builtin("toIPv6OrNull")
final class ToIPv6OrNull extends PlainConversion {
    ToIPv6OrNull() {
        super("toIPv6OrNull", new Ipv6Type(), CastMode.TEXT_OR_NULL);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv6OrNull(x)", "Reads a string as IPv6; NULL if it is none.")
                .example(
                        "SELECT toIPv6OrNull('2001:438:ffff::407d:1bc1'), toIPv6OrNull('x')",
                        "2001:438:ffff::407d:1bc1\t\\N");
    }
}
