package io.millrace.functions.aggregate.distinct;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ParameterValues;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** Base of uniqCombined and uniqCombined64, which differ in the width of their hashes. */
abstract class CombinedCount extends PlainAggregate {
    private final int hashBits;

    CombinedCount(String name, int hashBits) {
        super(name);
        this.hashBits = hashBits;
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        name() + "[(precision)](x[, ...])",
                        "Approximate number of distinct values; 2 to the precision (12 to 20) cells, hashes of "
                                + hashBits + " bits.")
                .example("SELECT " + name() + "(number % 10) FROM numbers(1000)", "10");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        if (parameters.size() > 1) {
            throw Checks.count("Aggregate function " + name() + " requires one parameter or less");
        }
        int precision = parameters.isEmpty() ? 17 : precision(parameters.getFirst());
        if (arguments.isEmpty()) {
            throw Checks.count("Incorrect number of arguments for aggregate function " + name());
        }
        return new Plain(Types.UINT64, () -> new CombinedState(arguments, precision, hashBits));
    }

    private int precision(Parameter parameter) {
        long wanted = ParameterValues.integer(parameter, name());
        if (wanted < 12 || wanted > 20) {
            throw new DbException(
                    ErrorCode.PARAMETER_OUT_OF_BOUND,
                    "Parameter for aggregate function " + name() + " is out of range: [12, 20]");
        }
        return (int) wanted;
    }
}
