package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv6Type;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to IPv6; the default, or zero, if it does not fit. */
@Builtin("toIPv6OrDefault")
final class ToIPv6OrDefault extends DefaultConversion {
    ToIPv6OrDefault() {
        super("toIPv6OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toIPv6OrDefault(x[, default])",
                        "Converts a value to IPv6; the default, or zero, if it does not fit.")
                .example(
                        "SELECT toIPv6OrDefault('2001:438:ffff::407d:1bc1'), toIPv6OrDefault('x')",
                        "2001:438:ffff::407d:1bc1\t::");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(new Ipv6Type(), 1);
    }
}
