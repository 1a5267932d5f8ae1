package io.millrace.functions.aggregate.statistic;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Sample standard deviation, by a numerically stable method. */
@Builtin("stddevSampStable")
final class StddevSampStable extends PlainAggregate {
    StddevSampStable() {
        super("stddevSampStable");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                "Aggregate", "stddevSampStable(x)", "Sample standard deviation, by a numerically stable method.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        Checks.number(name(), type);
        return new Plain(Types.FLOAT64, () -> new StableState(type, true, true));
    }
}
