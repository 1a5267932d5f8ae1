package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The greatest value. */
@Builtin({"max", "MAX"})
final class Max extends PlainAggregate {
    Max() {
        super("max");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of("Aggregate", "max(x)", "The greatest value.")
                .example("SELECT max(number) FROM numbers(5)", "4");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.one(name(), arguments);
        DataType type = arguments.getFirst();
        return Extremes.of(type, true);
    }
}
