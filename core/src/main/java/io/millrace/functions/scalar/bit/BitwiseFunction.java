package io.millrace.functions.scalar.bit;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.NumberPromotion;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Base of operations on two integers that keep the wider width. */
abstract class BitwiseFunction implements ScalarFunction {
    private final String name;

    BitwiseFunction(String name) {
        this.name = name;
    }

    final String name() {
        return name;
    }

    Optional<DataType> result(DataType a, DataType b) {
        return NumberPromotion.bitwise(a, b);
    }

    /** @param bits width of the result */
    abstract long of(long a, long b, int bits);

    /** The same for an unsigned number of 64 bits, whose highest bit is no sign. */
    long ofUnsigned(long a, long b, int bits) {
        return of(a, b, bits);
    }

    abstract BigInteger of(BigInteger a, BigInteger b, int bits);

    boolean mayFail() {
        return false;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType a = arguments.get(0).type();
        DataType b = arguments.get(1).type();
        DataType type = result(a, b).orElseThrow(() -> Signature.illegalTypes(name, arguments));
        return new Bound(type, a, b, this);
    }

    private record Bound(DataType type, DataType typeA, DataType typeB, BitwiseFunction operation)
            implements BoundScalar {
        @Override
        public boolean mayFail() {
            return operation.mayFail();
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int bits = Numbers.bits(type);
            if (bits > 64) {
                BigInteger[] result = new BigInteger[rows];
                for (int i = 0; i < rows; i++) {
                    result[i] = operation.of(
                            Numbers.bigAt(arguments[0], i, typeA), Numbers.bigAt(arguments[1], i, typeB), bits);
                }
                return Narrowing.ofBigs(result, rows, type);
            }
            long[] a = Widening.longs(arguments[0], Numbers.isSigned(typeA), rows);
            long[] result = new long[rows];
            boolean signed = Numbers.isSigned(typeA);
            if (arguments[1] instanceof ConstColumn constant) {
                long b = Numbers.longAt(constant, 0, Numbers.isSigned(typeB));
                for (int i = 0; i < rows; i++) {
                    result[i] = signed ? operation.of(a[i], b, bits) : operation.ofUnsigned(a[i], b, bits);
                }
            } else {
                long[] b = Widening.longs(arguments[1], Numbers.isSigned(typeB), rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = signed ? operation.of(a[i], b[i], bits) : operation.ofUnsigned(a[i], b[i], bits);
                }
            }
            return Narrowing.ofLongs(result, rows, type);
        }
    }
}
