package io.millrace.functions.scalar.arithmetic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.TupleType;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** The quotient of two numbers as Float64, or of decimals as a decimal; a float divided by zero is inf or nan. */
@Builtin("divide")
final class Divide implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Arithmetic",
                        "divide(a, b)",
                        "The quotient of two numbers as Float64, or of decimals as a decimal; a float divided by zero is inf or nan.")
                .example("SELECT 7 / 2", "3.5")
                .example("SELECT 1 / 0", "inf")
                .example("SELECT toDecimal64(1, 4) / 3", "0.3333");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("divide", arguments, 2);
        DataType a = arguments.get(0).type();
        DataType b = arguments.get(1).type();
        if (a instanceof TupleType || b instanceof TupleType) {
            return TupleArithmetic.bind("divide", arguments, context);
        }
        DataType type = NumberPromotion.divide(a, b).orElseThrow(() -> Signature.illegalTypes("divide", arguments));
        return type instanceof DecimalType decimal
                ? new DivideArithmetic.Decimals(decimal, a, b)
                : new DivideArithmetic.Floats(a, b);
    }
}
