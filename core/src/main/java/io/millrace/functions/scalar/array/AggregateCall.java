package io.millrace.functions.scalar.array;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.column.DoubleColumn;
import io.millrace.data.column.LongColumn;
import io.millrace.data.column.StringColumn;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.function.BindContext;
import java.util.ArrayList;
import java.util.List;

/** The text of an aggregate function with parameters, as arrayReduce takes it: {@code quantiles(0.5, 0.9)}. */
public record AggregateCall(String name, List<Parameter> parameters) {
    /** Reads the text; parameters are numbers and strings. */
    public static AggregateCall parse(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new AggregateCall(text.strip(), List.of());
        }
        if (!text.endsWith(")")) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Aggregate function '" + text + "' has no closing parenthesis");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String part : text.substring(open + 1, text.length() - 1).split(",")) {
            parameters.add(parameter(part.strip()));
        }
        return new AggregateCall(text.substring(0, open).strip(), parameters);
    }

    private static Parameter parameter(String text) {
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return new Parameter(Types.STRING, StringColumn.of(text.substring(1, text.length() - 1)), text);
        }
        try {
            if (text.contains(".") || text.contains("e")) {
                return new Parameter(Types.FLOAT64, new DoubleColumn(new double[] {Double.parseDouble(text)}, 1), text);
            }
            return new Parameter(Types.UINT64, new LongColumn(new long[] {Long.parseLong(text)}, 1), text);
        } catch (NumberFormatException e) {
            throw new DbException(
                    ErrorCode.BAD_ARGUMENTS, "Parameter '" + text + "' of an aggregate function must be a literal");
        }
    }

    /** The aggregate bound to argument types. */
    public BoundAggregate bind(List<DataType> arguments, BindContext context) {
        return context.functions().bindAggregate(name, parameters, arguments);
    }
}
