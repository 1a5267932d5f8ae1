package io.millrace.functions.scalar.logic;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Whether a condition is false. */
@Builtin({"not", "NOT"})
final class Not implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Logical", "not(x)", "Whether a condition is false.")
                .example("SELECT NOT 5, NOT 0", "0\t1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("not", arguments, 1);
        Truth.check("not", arguments);
        return new Parity(Truth.result(arguments), false);
    }
}
