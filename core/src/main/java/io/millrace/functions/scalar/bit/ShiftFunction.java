package io.millrace.functions.scalar.bit;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.NumberPromotion;
import java.util.Optional;

/** Base of shifts and rotations: the second argument is a number of positions. */
abstract class ShiftFunction extends BitwiseFunction {
    ShiftFunction(String name) {
        super(name);
    }

    @Override
    Optional<DataType> result(DataType a, DataType b) {
        return NumberPromotion.bitShift(a, b);
    }

    @Override
    boolean mayFail() {
        return true;
    }

    /** The number of positions, or ARGUMENT_OUT_OF_BOUND. */
    static int positions(long count, int bits) {
        if (count < 0 || count > bits) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    count < 0
                            ? "The number of shift positions needs to be a non-negative value"
                            : "The number of shift positions needs to be less or equal to the bit width of the value");
        }
        return (int) count;
    }

    /** The low bits of a number, without sign. */
    static long low(long value, int bits) {
        return bits == 64 ? value : value & (1L << bits) - 1;
    }
}
