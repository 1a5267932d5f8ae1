package io.millrace.expressions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.Types;

/** Reads the parameters in the names of state types: {@code AggregateFunction(quantiles(0.5, 0.9), UInt64)}. */
public final class ParameterText {
    private ParameterText() {}

    /** A number or a quoted string. */
    public static Parameter parse(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            String plain =
                    text.substring(1, text.length() - 1).replace("\\'", "'").replace("\\\\", "\\");
            return new Parameter(Types.STRING, StringColumn.of(plain), text);
        }
        try {
            boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-');
            return whole
                    ? new Parameter(
                            text.startsWith("-") ? Types.INT64 : Types.UINT64,
                            new LongColumn(
                                    new long[] {
                                        text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text)
                                    },
                                    1),
                            text)
                    : new Parameter(Types.FLOAT64, new DoubleColumn(new double[] {Double.parseDouble(text)}, 1), text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
                    "Cannot read parameter " + text + " of an aggregate function");
        }
    }
}
