package io.millrace.functions.scalar.kernel;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.expressions.function.Argument;
import java.util.List;
import java.util.stream.Collectors;

/** Checks of arguments with ClickHouse's errors. */
public final class Signature {
    private Signature() {}

    /**
     * Checks the number of arguments.
     *
     * @throws DbException NUMBER_OF_ARGUMENTS_DOESNT_MATCH
     */
    public static void count(String function, List<Argument> arguments, int expected) {
        if (arguments.size() != expected) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Number of arguments for function " + function + " doesn't match: passed " + arguments.size()
                            + ", should be " + expected);
        }
    }

    public static void count(String function, List<Argument> arguments, int from, int to) {
        if (arguments.size() < from || arguments.size() > to) {
            throw new DbException(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Number of arguments for function " + function + " doesn't match: passed " + arguments.size()
                            + ", should be " + (to == Integer.MAX_VALUE ? "at least " + from : from + " to " + to));
        }
    }

    /** ILLEGAL_TYPE_OF_ARGUMENT for one argument. */
    public static DbException illegalType(String function, DataType type) {
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Illegal type " + type.name() + " of argument of function " + function);
    }

    /** ILLEGAL_TYPE_OF_ARGUMENT for all of them together. */
    public static DbException illegalTypes(String function, List<Argument> arguments) {
        String types = arguments.stream().map(a -> a.type().name()).collect(Collectors.joining(" and "));
        return new DbException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Illegal types " + types + " of arguments of function " + function);
    }
}
