package io.millrace.functions.scalar.logic;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** Whether an odd number of conditions is true. */
@Builtin("xor")
final class Xor implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Logical", "xor(a, b, ...)", "Whether an odd number of conditions is true.")
                .example("SELECT xor(1, 1, 1), xor(1, 1)", "1\t0");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.size() < 2) {
            throw new DbException(
                    ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
                    "Number of arguments for function \"xor\" should be at least 2: passed " + arguments.size());
        }
        Truth.check("xor", arguments);
        return new Parity(Truth.result(arguments), true);
    }
}
