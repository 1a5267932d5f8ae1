package io.millrace.functions.scalar.array;

import io.millrace.base.index.Builtin;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import java.util.List;

/**
 * The n-th element, counted from 1, or from the end when negative; the default behind the ends. Of a map the value
 * of a key.
 */
@Builtin("arrayElement")
final class ArrayElement implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Array",
                        "arrayElement(array, n)",
                        "The n-th element, counted from 1, or from the end when negative; the default behind the "
                                + "ends. Of a map the value of a key.")
                .example("SELECT [10, 20, 30][2], [10, 20, 30][-1], map('a', 1)['a']", "20\t30\t1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        return ElementAccess.bind("arrayElement", arguments, context, false);
    }
}
