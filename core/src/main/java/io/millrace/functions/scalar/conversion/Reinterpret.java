package io.millrace.functions.scalar.conversion;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The bytes of a value as a value of another type. */
@Builtin("reinterpret")
final class Reinterpret implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Type Conversion", "reinterpret(x, 'T')", "The bytes of a value as a value of another type.")
                .example("SELECT reinterpret(toUInt32(1065353216), 'Float32')", "1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("reinterpret", arguments, 2);
        DataType to = CastFunction.typeArgument("reinterpret", arguments.get(1));
        return new FirstCast(
                Reinterpretation.bind("reinterpret", arguments.getFirst().type(), to));
    }
}
