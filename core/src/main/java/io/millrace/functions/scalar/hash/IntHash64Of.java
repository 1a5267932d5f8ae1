package io.millrace.functions.scalar.hash;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** A fast 64-bit hash of an integer. */
@Builtin("intHash64")
final class IntHash64Of implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Hash", "intHash64(n)", "A fast 64-bit hash of an integer.")
                .example("SELECT intHash64(1)", "10577349846663553072");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return IntegerHash.bind("intHash64", arguments, true);
    }
}
