package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The last value that is not NULL. */
@Builtin({"anyLast", "last_value"})
final class AnyLast extends PlainAggregate {
    AnyLast() {
        super("anyLast");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "anyLast(x)", "The last value that is not NULL.")
                .example("SELECT anyLast(number) FROM numbers(5)", "4");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        return new Plain(type, () -> new CellState(type, CellState.Keep.LAST));
    }
}
