package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The first value that is not NULL. */
@Builtin({"any", "any_value", "first_value"})
final class Any extends PlainAggregate {
    Any() {
        super("any");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "any(x)", "The first value that is not NULL.")
                .example("SELECT any(number) FROM numbers(5)", "0");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        return new Plain(type, () -> new CellState(type, CellState.Keep.FIRST));
    }
}
