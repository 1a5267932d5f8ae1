package io.millrace.functions.scalar.conversion;

import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of reinterpretAsInt32 and its like. */
abstract class ReinterpretFunction implements ScalarFunction {
    private final String name;
    private final DataType type;

    ReinterpretFunction(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        return Reinterpretation.bind(name, arguments.getFirst().type(), type);
    }
}
