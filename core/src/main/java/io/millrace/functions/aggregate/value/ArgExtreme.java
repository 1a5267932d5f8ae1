package io.millrace.functions.aggregate.value;

import io.millrace.data.type.DataType;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Base of argMin and argMax. */
abstract class ArgExtreme extends PlainAggregate {
    private final boolean greatest;

    ArgExtreme(String name, boolean greatest) {
        super(name);
        this.greatest = greatest;
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        Checks.two(name(), arguments);
        DataType value = arguments.getFirst();
        DataType key = arguments.get(1);
        return new Plain(value, () -> new ArgExtremeState(value, key, greatest));
    }
}
