package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.expressions.doc.FunctionDoc;

/** Converts a value to IPv6. */
@Builtin("toIPv6")
final class ToIPv6 extends PlainConversion {
    ToIPv6() {
        super("toIPv6", new Ipv6Type(), CastMode.CAST);
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Type Conversion", "toIPv6(x)", "Converts a value to IPv6.")
                .example("SELECT toIPv6('2001:438:ffff::407d:1bc1')", "2001:438:ffff::407d:1bc1");
    }
}
