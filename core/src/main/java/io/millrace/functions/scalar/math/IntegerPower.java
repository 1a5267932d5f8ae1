package io.millrace.functions.scalar.math;

import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of intExp2 and intExp10: a number raised to an integer power, as UInt64. */
abstract class IntegerPower implements ScalarFunction {
    private final String name;

    IntegerPower(String name) {
        this.name = name;
    }

    /** 0 for negative powers, the greatest UInt64 for powers beyond it. */
    abstract long of(long power);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType from = arguments.getFirst().type();
        if (!(from instanceof IntegerType i) || i.bits() > 64) {
            throw Signature.illegalType(name, from);
        }
        return new Bound(this, Numbers.isSigned(from));
    }

    private record Bound(IntegerPower function, boolean signed) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] values = Widening.longs(arguments[0], signed, rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = function.of(values[i]);
            }
            return new LongColumn(result, rows);
        }
    }
}
