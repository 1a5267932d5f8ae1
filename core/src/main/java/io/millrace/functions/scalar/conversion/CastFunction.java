package io.millrace.functions.scalar.conversion;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.TypeParser;
import io.millrace.data.type.Types;
import io.millrace.expressions.function.Argument;
import io.millrace.expressions.function.BindContext;
import io.millrace.expressions.function.BoundScalar;
import io.millrace.expressions.function.FunctionTraits;
import io.millrace.expressions.function.ScalarFunction;
import io.millrace.functions.scalar.kernel.Signature;
import java.util.List;

/** Base of CAST(x, 'T') and its variants: the type is the text of the second argument. */
abstract class CastFunction implements ScalarFunction {
    private final String name;
    private final CastMode mode;

    CastFunction(String name, CastMode mode) {
        this.name = name;
        this.mode = mode;
    }

    @Override
    public FunctionTraits traits() {
        return FunctionTraits.DEFAULT.ownNulls().ownDictionaries();
    }

    @Override
    public BoundScalar bind(List<Argument> arguments, BindContext context) {
        Signature.count(name, arguments, 2);
        DataType to = typeArgument(name, arguments.get(1));
        DataType from = arguments.getFirst().type();
        if (from.equals(Types.NULL) && !to.isNullable() && !mode.givesNull()) {
            throw new DbException(ErrorCode.CANNOT_CONVERT_TYPE, "Cannot convert NULL to a non-nullable type");
        }
        return new FirstCast(Casts.bind(from, to, mode, context));
    }

    /** The type that a constant string names. */
    static DataType typeArgument(String function, Argument argument) {
        Column value = argument.constant().map(Column::plain).orElse(StringColumn.of());
        if (value instanceof StringColumn text && text.rows() == 1) {
            return TypeParser.parse(text.text(0));
        }
        throw new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Second argument to " + function + " must be a constant string describing type. Instead there is"
                        + " a column with the following structure: "
                        + argument.type().name());
    }
}
