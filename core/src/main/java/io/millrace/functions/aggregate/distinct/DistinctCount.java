package io.millrace.functions.aggregate.distinct;

import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.GroupedState;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Base of functions that count the distinct values, or tuples of values, of any number of arguments: 0 of no rows. */
abstract class DistinctCount extends PlainAggregate {
    DistinctCount(String name) {
        super(name);
    }

    abstract GroupedState state(List<DataType> arguments);

    @Override
    protected boolean zeroWhenEmpty() {
        return true;
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        Checks.noParameters(name(), parameters);
        if (arguments.isEmpty()) {
            throw Checks.count("Incorrect number of arguments for aggregate function " + name());
        }
        return new Plain(Types.UINT64, () -> state(arguments));
    }
}
