package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.data.type.NumberPromotion;
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

/** Base of gcd and lcm: integers only; zero is refused as in ClickHouse. */
abstract class DivisorFunction implements ScalarFunction {
    private final String name;

    DivisorFunction(String name) {
        this.name = name;
    }

    abstract BigInteger of(BigInteger a, BigInteger b);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType a = arguments.get(0).type();
        DataType b = arguments.get(1).type();
        DataType type = NumberPromotion.plus(a, b)
                .filter(t -> t instanceof IntegerType)
                .orElseThrow(() -> Signature.illegalTypes(name, arguments));
        return new Bound(type, a, b, this);
    }

    private record Bound(DataType type, DataType typeA, DataType typeB, DivisorFunction operation)
            implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            BigInteger[] result = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                BigInteger a = Numbers.bigAt(arguments[0], i, typeA);
                BigInteger b = Numbers.bigAt(arguments[1], i, typeB);
                if (a.signum() == 0 || b.signum() == 0) {
                    throw Division.byZero();
                }
                result[i] = operation.of(a, b);
            }
            return Narrowing.ofBigs(result, rows, type);
        }
    }
}
