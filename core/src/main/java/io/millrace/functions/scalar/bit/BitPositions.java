package io.millrace.functions.scalar.bit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.ByteColumn;
import io.millrace.data.column.Column;
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
import java.util.List;

/** Base of bitTest, bitTestAll, bitTestAny: the arguments behind the first are positions of bits. */
abstract class BitPositions implements ScalarFunction {
    private final String name;
    private final boolean all;
    private final boolean onlyOne;

    BitPositions(String name, boolean all, boolean onlyOne) {
        this.name = name;
        this.all = all;
        this.onlyOne = onlyOne;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2, onlyOne ? 2 : Integer.MAX_VALUE);
        for (Argument argument : arguments) {
            if (!(argument.type() instanceof IntegerType i) || i.bits() > 64) {
                throw Signature.illegalTypes(name, arguments);
            }
        }
        return new Bound(arguments.stream().map(Argument::type).toList(), all);
    }

    private record Bound(List<DataType> types, boolean all) implements BoundScalar {
        @Override
        public DataType type() {
            return Types.UINT8;
        }

        @Override
        public boolean mayFail() {
            return true;
        }

        @Override
        public Column evaluate(Column[] arguments, int rows, EvaluationContext context) {
            int bits = Numbers.bits(types.getFirst());
            byte[] result = new byte[rows];
            for (int i = 0; i < rows; i++) {
                long value = Numbers.longAt(arguments[0], i, Numbers.isSigned(types.getFirst()));
                long mask = 0;
                for (int k = 1; k < arguments.length; k++) {
                    mask |= 1L
                            << position(Numbers.longAt(arguments[k], i, Numbers.isSigned(types.get(k))), bits, value);
                }
                boolean set = all ? (value & mask) == mask : (value & mask) != 0;
                result[i] = (byte) (set ? 1 : 0);
            }
            return new ByteColumn(result, rows);
        }

        private static int position(long given, int bits, long value) {
            if (given < 0 || given >= bits) {
                throw new DbException(
                        ErrorCode.PARAMETER_OUT_OF_BOUND,
                        "The bit position argument needs to a positive value and less or equal to " + (bits - 1)
                                + " for integer " + value);
            }
            return (int) given;
        }
    }
}
