package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.DecimalType;
import io.millrace.data.type.DataType.FloatType;
import io.millrace.data.type.DataType.IntegerType;
import io.millrace.expressions.aggregate.Parameter;

/** Values of parameters, checked. */
public final class ParameterValues {
    private ParameterValues() {}

    /** A number as a double. */
    public static double number(Parameter parameter, String function) {
        boolean signed = Numbers.signed(parameter.type());
        return switch (parameter.type()) {
            case IntegerType i -> ColumnReads.doubleAt(parameter.value(), signed, 0);
            case FloatType f -> ColumnReads.doubleAt(parameter.value(), signed, 0);
            case DecimalType d -> ColumnReads.doubleAt(parameter.value(), true, 0) / Numbers.powerOfTen(d.scale());
            default -> throw wrong(function, "a number", parameter.type());
        };
    }

    /** An integer of up to 64 bits. */
    public static long integer(Parameter parameter, String function) {
        if (parameter.type() instanceof IntegerType i && i.bits() <= 64) {
            return ColumnReads.longAt(parameter.value(), i.signed(), 0);
        }
        throw wrong(function, "an integer", parameter.type());
    }

    /** A positive integer that fits an int. */
    public static int positive(Parameter parameter, String function) {
        long value = integer(parameter, function);
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS,
                    "Parameter for aggregate function " + function + " should be positive number");
        }
        return (int) value;
    }

    public static String text(Parameter parameter, String function) {
        if (parameter.value() instanceof StringColumn strings) {
            return strings.text(0);
        }
        throw wrong(function, "a string", parameter.type());
    }

    private static DbException wrong(String function, String expected, DataType actual) {
        return new DbException(
                ErrorCode.BAD_ARGUMENTS,
                "Parameter for aggregate function " + function + " should be " + expected + ", not " + actual.name());
    }
}
