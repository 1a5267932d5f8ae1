package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.Types;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** -1, 0 or 1 for a number below, at or above zero. */
@Builtin({"sign", "SIGN"})
final class Sign implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "sign(x)", "-1, 0 or 1 for a number below, at or above zero.")
                .example("SELECT sign(-5), sign(0), sign(1.5)", "-1\t0\t1");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("sign", arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!Types.isNumber(from)) {
            throw Signature.illegalType("sign", from);
        }
        return new Bound(from);
    }

    private record Bound(DataType from) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.INT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            byte[] result = new byte[rows];
            if (from instanceof FloatType) {
                double[] values = Widening.doubles(arguments[0], from, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) (values[i] > 0 ? 1 : values[i] < 0 ? -1 : 0);
                }
            } else {
                for (int i = 0; i < rows; i++) {
                    result[i] = (byte) Numbers.bigAt(arguments[0], i, from).signum();
                }
            }
            return new ByteColumn(result, rows);
        }
    }
}
