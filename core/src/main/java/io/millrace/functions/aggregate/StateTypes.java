package io.millrace.functions.aggregate;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.Column;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.serde.StateFormat;
import io.millrace.data.serde.StateFormats;
import io.millrace.data.type.DataType;
import io.millrace.data.type.DataType.AggregateStateType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.function.Functions;

/**
 * From the type {@code AggregateFunction(f(params), T...)} back to the function: for merging stored states, finishing them, and knowing where one ends.
 * Thread-safe.
 */
public final class StateTypes implements StateFormats {
    private final Functions functions;

    public StateTypes(Functions functions) {
        this.functions = functions;
    }

    /** The function whose states these are. */
    public BoundAggregate bind(AggregateStateType type) {
        return functions.bindAggregate(
                type.function(),
                type.parameters().stream().map(StateTypes::parameter).toList(),
                type.arguments());
    }

    @Override
    public StateFormat of(AggregateStateType type) {
        BoundAggregate function = bind(type);
        return (in, out) -> {
            GroupedState state = function.newState();
            state.resize(1);
            state.readMerge(0, in);
            state.write(0, out);
        };
    }

    /** A parameter from its text in a type name: an integer, a float or a quoted string. */
    static Parameter parameter(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return new Parameter(Types.STRING, StringColumn.of(unquoted(text)), text);
        }
        try {
            if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
                boolean negative = text.startsWith("-");
                long value = negative ? Long.parseLong(text) : Long.parseUnsignedLong(text);
                DataType type = negative ? Types.INT64 : Types.UINT64;
                Column column = new LongColumn(new long[] {value}, 1);
                return new Parameter(type, column, text);
            }
            return new Parameter(Types.FLOAT64, new DoubleColumn(new double[] {Double.parseDouble(text)}, 1), text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Cannot read the parameter " + text + " of an aggregate function", e);
        }
    }

    private static String unquoted(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() - 1) {
                i++;
            }
            result.append(text.charAt(i));
        }
        return result.toString();
    }
}
