package io.millrace.functions.scalar.math;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Bitmaps;
import io.millrace.data.column.Column;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundPredicate;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.Arrays;
import java.util.List;

/** Base of isNaN, isFinite and isInfinite. */
abstract class FloatTest implements ScalarFunction {
    private final String name;

    FloatTest(String name) {
        this.name = name;
    }

    abstract boolean of(double x);

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        DataType type = arguments.getFirst().type();
        if (!Types.isNumber(type)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Argument for function " + name + " must be a number");
        }
        return new Bound(type, this);
    }

    private record Bound(DataType from, FloatTest test) implements BoundPredicate {
        @Override
        public void select(Column[] arguments, int rows, long[] bitmap, EvaluationContext context) {
            double[] source = Widening.doubles(arguments[0], from, rows);
            Arrays.fill(bitmap, 0, Bitmaps.words(rows), 0);
            for (int i = 0; i < rows; i++) {
                if (test.of(source[i])) {
                    Bitmaps.set(bitmap, i);
                }
            }
        }
    }
}
