package io.millrace.functions.scalar.math;

import io.millrace.base.index.Builtin;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
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

/** 2 raised to an integer power, as UInt64. */
@Builtin("intExp2")
final class IntExp2 implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "intExp2(n)", "2 raised to an integer power, as UInt64.")
                .example("SELECT intExp2(10)", "1024");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("intExp2", arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!(from instanceof IntegerType i) || i.bits() > 64) {
            throw Signature.illegalType("intExp2", from);
        }
        return new Bound(Numbers.isSigned(from));
    }

    private record Bound(boolean signed) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] values = Widening.longs(arguments[0], signed, rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = of(values[i]);
            }
            return new LongColumn(result, rows);
        }

        private static long of(long n) {
            return n < 0 ? 0 : n >= 64 ? -1L : 1L << n;
        }
    }
}
