package io.millrace.functions.scalar.math;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
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

/** The product of the integers from 1 to n, n up to 20. */
@Builtin({"factorial", "FACTORIAL"})
final class Factorial implements ScalarFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Mathematical", "factorial(n)", "The product of the integers from 1 to n, n up to 20.")
                .example("SELECT factorial(5)", "120");
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count("factorial", arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!(from instanceof IntegerType i) || i.bits() > 64) {
            throw Signature.illegalType("factorial", from);
        }
        return new Bound(Numbers.isSigned(from));
    }

    private record Bound(boolean signed) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public boolean mayFail() {
            return true;
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
            if (n > 20) {
                throw new DbException(
                        ErrorCode.BAD_ARGUMENTS,
                        "The maximum value for the input argument of function factorial is 20");
            }
            long product = 1;
            for (long factor = 2; factor <= n; factor++) {
                product *= factor;
            }
            return product;
        }
    }
}
