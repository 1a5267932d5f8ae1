package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType.Ipv4Type;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import java.util.List;

/** Converts a value to IPv4; the default, or zero, if it does not fit. */
@Builtin("toIPv4OrDefault")
final class ToIPv4OrDefault extends DefaultConversion {
    ToIPv4OrDefault() {
        super("toIPv4OrDefault");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion",
                        "toIPv4OrDefault(x[, default])",
                        "Converts a value to IPv4; the default, or zero, if it does not fit.")
                .example("SELECT toIPv4OrDefault('116.106.34.242'), toIPv4OrDefault('x')", "116.106.34.242\t0.0.0.0");
    }

    @Override
    Target target(List<Argument> arguments, BindContext context) {
        return new Target(new Ipv4Type(), 1);
    }
}
