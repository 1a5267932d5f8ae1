package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The number of the client's connection; 0 where connections have none. */
@Builtin({"connectionId", "CONNECTIONID"})
final class ConnectionId implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "connectionId()",
                        "The number of the client's connection; 0 where connections have none.")
                .example("SELECT connectionId()", "0");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("connectionId", arguments, 0);
        return new Known(Types.UINT64, new LongColumn(new long[1], 1));
    }
}
