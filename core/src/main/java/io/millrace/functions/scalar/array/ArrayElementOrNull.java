package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/** As arrayElement, NULL behind the ends. */
@Builtin("arrayElementOrNull")
final class ArrayElementOrNull implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Array", "arrayElementOrNull(array, n)", "As arrayElement, NULL behind the ends.")
                .example("SELECT arrayElementOrNull([1, 2], 3)", "\\N");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return ElementAccess.bind("arrayElementOrNull", arguments, context, true);
    }
}
