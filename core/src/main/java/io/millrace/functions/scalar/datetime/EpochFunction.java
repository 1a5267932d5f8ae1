package io.millrace.functions.scalar.datetime;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.LongColumn;
import io.millrace.data.text.DateTimeText;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DateTime64Type;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.EvaluationContext;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import io.millrace.functions.scalar.kernel.Widening;
import java.util.List;

/** Base of toUnixTimestamp64Milli and fromUnixTimestamp64Milli with their like. */
abstract class EpochFunction implements ScalarFunction {
    private final String name;
    private final int precision;
    private final boolean fromNumber;

    EpochFunction(String name, int precision, boolean fromNumber) {
        this.name = name;
        this.precision = precision;
        this.fromNumber = fromNumber;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 1, fromNumber ? 2 : 1);
        DataType type = arguments.getFirst().type();
        if (fromNumber) {
            if (!(type instanceof DataType.IntegerType i) || i.bits() > 64) {
                throw Signature.illegalType(name, type);
            }
            return new Bound(new DateTime64Type(precision, Moments.zoneArgument(name, arguments, 1)), i.signed(), 1, 1);
        }
        if (!(type instanceof DateTime64Type d)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "The first argument for function " + name + " must be DateTime64");
        }
        long up = DateTimeText.ticksPerSecond(Math.max(0, precision - d.precision()));
        long down = DateTimeText.ticksPerSecond(Math.max(0, d.precision() - precision));
        return new Bound(Types.INT64, true, up, down);
    }

    private record Bound(DataType type, boolean signed, long up, long down) implements BoundScalar {
        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            long[] source = Widening.longs(arguments[0], signed, rows);
            long[] result = new long[rows];
            for (int i = 0; i < rows; i++) {
                result[i] = source[i] * up / down;
            }
            return new LongColumn(result, rows);
        }
    }
}
