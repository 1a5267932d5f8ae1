package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** A fast 32-bit hash of an integer. */
@Builtin("intHash32")
final class IntHash32Of implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "intHash32(n)", "A fast 32-bit hash of an integer.")
                .example("SELECT intHash32(1)", "1343103100");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return IntegerHash.bind("intHash32", arguments, false);
    }
}
