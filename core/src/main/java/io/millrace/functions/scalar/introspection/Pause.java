package io.millrace.functions.scalar.introspection;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
import io.millrace.data.column.ConstColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Numbers;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Base of sleep and sleepEachRow: waits in short steps, looking each time whether the query has been stopped. */
abstract class Pause implements ScalarFunction {
    private static final double MAX_SECONDS = 3;
    private static final long STEP_NANOS = 10_000_000;

    private final String name;
    private final boolean eachRow;

    Pause(String name, boolean eachRow) {
        this.name = name;
        this.eachRow = eachRow;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.random();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1);
        Argument argument = arguments.getFirst();
        if (!Types.isNumber(argument.type())) {
            throw Signature.illegalType(name, argument.type());
        }
        double seconds = Numbers.doubleAt(argument.requireConstant(name, "seconds"), 0, argument.type());
        if (!Double.isFinite(seconds) || seconds < 0) {
            throw new DbException(ErrorCode.BAD_ARGUMENTS, "Cannot sleep infinite or negative time (not implemented)");
        }
        return new Bound(name, seconds, eachRow);
    }

    /** The wait for each block. */
    private record Bound(String name, double seconds, boolean eachRow) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            double total = eachRow ? seconds * rows : rows > 0 ? seconds : 0;
            if (total > MAX_SECONDS) {
                throw new DbException(
                        ErrorCode.TOO_SLOW,
                        "The maximum sleep time is " + (long) (MAX_SECONDS * 1e6) + " microseconds. Requested: "
                                + (long) (total * 1e6) + " microseconds");
            }
            long end = System.nanoTime() + (long) (total * 1e9);
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                context.cancellation().check();
                LockSupport.parkNanos(Math.min(left, STEP_NANOS));
            }
            return new ConstColumn(new ByteColumn(new byte[1], 1), rows);
        }
    }
}
