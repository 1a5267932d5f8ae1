package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** The text of an IPv4 address with xxx for its last part. */
@Builtin("IPv4NumToStringClassC")
final class Ipv4NumToStringClassC implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "IP address",
                        "IPv4NumToStringClassC(n)",
                        "The text of an IPv4 address with xxx for its last part.")
                .example("SELECT IPv4NumToStringClassC(3232235777)", "192.168.1.xxx");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return Ipv4Texts.bind("IPv4NumToStringClassC", arguments, true);
    }
}
