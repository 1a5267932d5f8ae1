package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.IntColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.lang.management.ManagementFactory;
import java.util.List;

/** For how many seconds the server has been running. */
@Builtin("uptime")
final class Uptime implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Other", "uptime()", "For how many seconds the server has been running.")
                .example("SELECT uptime() < 1000000000", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("uptime", arguments, 0);
        long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
        return new Known(Types.UINT32, new IntColumn(new int[] {(int) seconds}, 1));
    }
}
