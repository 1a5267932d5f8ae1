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

/** Population standard deviation, by a numerically stable method. */
@Builtin("stddevPopStable")
final class StddevPopStable extends PlainAggregate {
    StddevPopStable() {
        super("stddevPopStable");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                "Aggregate", "stddevPopStable(x)", "Population standard deviation, by a numerically stable method.");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        Checks.number(name(), type);
        return new Plain(Types.FLOAT64, () -> new StableState(type, false, true));
    }
}
