package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of toDecimal32(x, scale) and its like. */
abstract class DecimalConversion extends TypeConversion {
    private final int precision;

    DecimalConversion(String name, int precision, CastMode mode) {
        super(name, mode);
        this.precision = precision;
    }

    @Override
    DataType target(List<Argument> arguments, BindContext context) {
        Signature.count(name(), arguments, 2);
        int scale = constantInt(arguments, 1, "scale");
        if (scale < 0 || scale > precision) {
            throw new DbException(
                    ErrorCode.ARGUMENT_OUT_OF_BOUND,
                    "Scale " + scale + " is out of bounds (max scale: " + precision + ")");
        }
        return new DecimalType(precision, scale);
    }
}
