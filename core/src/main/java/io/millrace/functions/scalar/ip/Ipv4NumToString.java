package io.millrace.functions.scalar.ip;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** The text of an IPv4 address given as a number. */
@Builtin({"IPv4NumToString", "INET_NTOA"})
final class Ipv4NumToString implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("IP address", "IPv4NumToString(n)", "The text of an IPv4 address given as a number.")
                .example("SELECT IPv4NumToString(3232235777)", "192.168.1.1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return Ipv4Texts.bind("IPv4NumToString", arguments, false);
    }
}
