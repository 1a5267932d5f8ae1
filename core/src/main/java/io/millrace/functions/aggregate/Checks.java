package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of arguments and parameters with ClickHouse's errors. */
public final class Checks {
    private Checks() {}

    public static void one(String function, List<DataType> arguments) {
        if (arguments.size() != 1) {
            throw count("Aggregate function " + function + " requires single argument");
        }
    }

    public static void two(String function, List<DataType> arguments) {
        if (arguments.size() != 2) {
            throw count("Aggregate function " + function + " requires two arguments");
        }
    }

    public static DbException count(String message) {
        return new DbException(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, message);
    }

    public static void noParameters(String function, List<Parameter> parameters) {
        if (!parameters.isEmpty()) {
            throw new DbException(
                    ErrorCode.AGGREGATE_FUNCTION_DOESNT_ALLOW_PARAMETERS,
                    "Aggregate function " + function + " cannot have parameters");
        }
    }

    public static DbException illegal(String function, DataType type) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Illegal type " + type.name() + " of argument for aggregate function " + function);
    }

    public static DbException illegal(String function, List<DataType> types) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Illegal types " + types.stream().map(DataType::name).collect(Collectors.joining(", "))
                        + " of arguments for aggregate function " + function);
    }

    public static void number(String function, DataType type) {
        if (!Types.isNumber(type)) {
            throw illegal(function, type);
        }
    }

    public static DbException badParameter(String message) {
        return new DbException(ErrorCode.BAD_ARGUMENTS, message);
    }
}
