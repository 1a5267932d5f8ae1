package io.millrace.functions.scalar.bit;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.math.BigInteger;
import java.util.List;

/** An integer with all bits inverted. */
@Builtin("bitNot")
final class BitNot implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Bit", "bitNot(a)", "An integer with all bits inverted.")
                .example("SELECT bitNot(5), bitNot(toInt8(5))", "250\t-6");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("bitNot", arguments, 1);
        DataType from = arguments.getFirst().type();
        DataType type = NumberPromotion.bitNot(from).orElseThrow(() -> Signature.illegalType("bitNot", from));
        return new Bound(type, from);
    }

    private record Bound(DataType type, DataType from) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            Column values = arguments[0].plain();
            if (!(from instanceof FloatType) && Numbers.bits(from) > 64) {
                BigInteger[] result = new BigInteger[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = Numbers.bigAt(values, i, from).not();
                }
                return Narrowing.ofBigs(result, rows, type);
            }
            long[] bits = UnaryBits.of(values, rows);
            for (int i = 0; i < rows; i++) {
                bits[i] = ~bits[i];
            }
            return Narrowing.ofLongs(bits, rows, type);
        }
    }
}
