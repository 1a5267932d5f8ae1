package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Widening;
import java.math.BigInteger;

/** {@code a / b}: of doubles, or of decimals. */
final class DivideArithmetic {
    private DivideArithmetic() {}

    /** Division of numbers as doubles; by zero it gives inf or nan. */
    record Floats(DataType typeA, DataType typeB) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.FLOAT64;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double[] a = Widening.doubles(arguments[0], typeA, rows);
            double[] result = new double[rows];
            if (arguments[1] instanceof ConstColumn constant) {
                double divisor = Widening.doubles(constant.value(), typeB, 1)[0];
                for (int i = 0; i < rows; i++) {
                    result[i] = a[i] / divisor;
                }
            } else {
                double[] b = Widening.doubles(arguments[1], typeB, rows);
                for (int i = 0; i < rows; i++) {
                    result[i] = a[i] / b[i];
                }
            }
            return new DoubleColumn(result, rows);
        }
    }

    /** Division of decimals, the result having the dividend's scale. */
    record Decimals(DecimalType type, DataType typeA, DataType typeB) implements BoundScalar {
        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int up = type.scale() - DecimalArithmetic.scale(typeA) + DecimalArithmetic.scale(typeB);
            BigInteger power = Numbers.power(up);
            BigInteger[] result = new BigInteger[rows];
            for (int i = 0; i < rows; i++) {
                BigInteger b = Numbers.bigAt(arguments[1], i, typeB);
                if (b.signum() == 0) {
                    throw Division.byZero();
                }
                BigInteger a = Numbers.bigAt(arguments[0], i, typeA).multiply(power);
                if (a.bitLength() >= type.bits()) {
                    throw DecimalArithmetic.overflow();
                }
                result[i] = a.divide(b);
            }
            return Narrowing.ofBigs(result, rows, type);
        }
    }
}
