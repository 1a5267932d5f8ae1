package io.millrace.functions.scalar.conditional;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The second argument where the condition is true, else the third. */
@Builtin({"if", "IF"})
final class If implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Conditional",
                        "if(condition, then, else)",
                        "The second argument where the condition is true, else the third.")
                .example("SELECT if(1 > 2, 'a', 'b')", "b")
                .example("SELECT 1 < 2 ? 10 : 20", "10");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("if", arguments, 3);
        return Choice.bind("if", arguments, context);
    }
}
