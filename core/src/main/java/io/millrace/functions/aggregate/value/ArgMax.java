package io.millrace.functions.aggregate.value;

import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The value that stands beside the greatest key. */
@Builtin({"argMax", "MAX_BY"})
final class ArgMax extends PlainAggregate {
    ArgMax() {
        super("argMax");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate", "argMax(x, key)", "The x of the row with the greatest key; the first of equals.")
                .example("SELECT argMax(toString(number), number) FROM numbers(5)", "4");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.two(name(), arguments);
        DataType value = arguments.getFirst();
        DataType key = arguments.get(1);
        return new Plain(value, () -> new ArgExtremeState(value, key, true));
    }
}
