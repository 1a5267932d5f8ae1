package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of toInt32, toDateOrNull and their like: a cast of the first argument to a fixed type. */
abstract class TypeConversion implements ScalarFunction {
    private final String name;
    private final CastMode mode;

    TypeConversion(String name, CastMode mode) {
        this.name = name;
        this.mode = mode;
    }

    /** The type to convert to, from the arguments behind the first. */
    abstract DataType target(List<Argument> arguments, BindContext context);

    final String name() {
        return name;
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        if (arguments.isEmpty()) {
            Signature.count(name, arguments, 1);
        }
        DataType target = target(arguments, context);
        DataType from = arguments.getFirst().type();
        boolean textOnly = mode == CastMode.TEXT_OR_NULL || mode == CastMode.TEXT_OR_ZERO;
        if (textOnly && !Types.isStringLike(from)) {
            throw new DbException(
                    ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                    "Illegal type " + from.name() + " of first argument of function " + name
                            + ". Conversion functions with postfix 'OrZero' or 'OrNull' should take String argument");
        }
        return new FirstCast(Casts.bind(from, target, mode, context));
    }

    /** The constant integer at an index: a scale or a precision. */
    final int constantInt(List<Argument> arguments, int index, String what) {
        return constantInt(arguments, index, what, 1000);
    }

    final int constantInt(List<Argument> arguments, int index, String what, int limit) {
        return Math.clamp(arguments.get(index).requireConstantInteger(name, what), -limit, limit);
    }
}
