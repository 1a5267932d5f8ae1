package io.millrace.functions.scalar.comparison;

import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of the six comparisons. */
abstract class ComparisonFunction implements ScalarFunction {
    private final Operator operator;

    ComparisonFunction(Operator operator) {
        this.operator = operator;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(operator.function(), arguments, 2);
        return Comparisons.bind(operator, arguments, context);
    }
}
