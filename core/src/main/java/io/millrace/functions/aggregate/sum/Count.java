package io.millrace.functions.aggregate.sum;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.AggregateFunction;
import io.millrace.expressions.aggregate.BoundAggregate;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.BoundFunction;
import io.millrace.functions.aggregate.Checks;
import java.util.List;

/** The number of rows, or of values that are not NULL. */
@Builtin({"count", "COUNT"})
final class Count implements AggregateFunction {
    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "count([x])", "Number of rows, or of rows where x is not NULL.")
                .example("SELECT count() FROM numbers(3)", "3")
                .example("SELECT count(x) FROM (SELECT arrayJoin([1, NULL, 3]) AS x)", "2");
    }

    @Override
    public String name() {
        return "count";
    }

    @Override
    public BoundAggregate bind(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        if (arguments.size() > 1) {
            throw Checks.count("Aggregate function count requires zero or one argument");
        }
        boolean nullable = !arguments.isEmpty() && arguments.getFirst().isNullable();
        List<DataType> types =
                arguments.stream().map(Types::withoutLowCardinality).toList();
        return new BoundFunction(
                Types.UINT64, BoundFunction.stateType(name(), parameters, types), () -> new CountState(nullable));
    }
}
