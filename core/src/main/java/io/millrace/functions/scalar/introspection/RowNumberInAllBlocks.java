package io.millrace.functions.scalar.introspection;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The number of the row among those this call has seen, from 0. */
@Builtin("rowNumberInAllBlocks")
final class RowNumberInAllBlocks implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Other",
                        "rowNumberInAllBlocks()",
                        "The number of the row among those this call has seen, from 0.")
                .example("SELECT rowNumberInAllBlocks() FROM numbers(2)", "0\n1");
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("rowNumberInAllBlocks", arguments, 0);
        return new Numbered(new AtomicLong(), true);
    }
}
