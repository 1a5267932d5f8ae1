package io.millrace.functions.scalar.arithmetic;

import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.functions.scalar.arithmetic.Division.Kind;
import io.millrace.functions.scalar.arithmetic.Division.OnZero;
import io.millrace.functions.scalar.kernel.Narrowing;
import io.millrace.functions.scalar.kernel.Widening;

/** intDiv and modulo where one side is a float: the remainder is C's fmod, the quotient is cut to an integer. */
record FloatDivision(DataType type, DataType typeA, DataType typeB, Kind kind, OnZero onZero) implements BoundScalar {
    @Override
    public boolean mayFail() {
        return kind == Kind.QUOTIENT && onZero == OnZero.FAIL;
    }

    @Override
    public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
        double[] a = Widening.doubles(arguments[0], typeA, rows);
        double[] b = Widening.doubles(arguments[1], typeB, rows);
        return kind == Kind.QUOTIENT ? quotients(a, b, rows) : remainders(a, b, rows);
    }

    private Column quotients(double[] a, double[] b, int rows) {
        long[] result = new long[rows];
        for (int i = 0; i < rows; i++) {
            double quotient = a[i] / b[i];
            if (Double.isNaN(quotient) || Double.isInfinite(quotient)) {
                if (onZero == OnZero.FAIL) {
                    throw Division.byZero();
                }
                quotient = 0;
            }
            result[i] = (long) quotient;
        }
        return Narrowing.ofLongs(result, rows, type);
    }

    private Column remainders(double[] a, double[] b, int rows) {
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            double remainder = a[i] % b[i];
            boolean lift = kind == Kind.POSITIVE_REMAINDER && remainder < 0;
            result[i] = lift ? remainder + Math.abs(b[i]) : remainder;
            if (onZero != OnZero.FAIL && b[i] == 0) {
                result[i] = 0;
            }
        }
        return type instanceof FloatType ? Narrowing.ofDoubles(result, rows, type) : new DoubleColumn(result, rows);
    }
}
