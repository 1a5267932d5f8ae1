package io.millrace.functions.scalar.nullable;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The first value, or the second where the first is NULL. */
@Builtin({"ifNull", "IFNULL"})
final class IfNull extends NullFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Null", "ifNull(x, other)", "The first value, or the second where the first is NULL.")
                .example("SELECT ifNull(NULL, 'b'), ifNull('a', 'b')", "b\ta");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("ifNull", arguments, 2);
        return firstNotNull(arguments.get(0), arguments.get(1), context);
    }
}
