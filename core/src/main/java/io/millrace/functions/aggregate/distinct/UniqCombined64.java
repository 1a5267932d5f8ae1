package io.millrace.functions.aggregate.distinct;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.base.index.Builtin;
import io.millrace.data.type.DataType;
import io.millrace.data.type.Types;
import io.millrace.expressions.aggregate.Parameter;
import io.millrace.expressions.doc.FunctionDoc;
import io.millrace.functions.aggregate.Checks;
import io.millrace.functions.aggregate.ParameterValues;
import io.millrace.functions.aggregate.Plain;
import io.millrace.functions.aggregate.PlainAggregate;
import java.util.List;

/** The number of distinct values, estimated by a HyperLogLog over hashes of 64 bits when there are many. */
@Builtin("uniqCombined64")
final class UniqCombined64 extends PlainAggregate {
    UniqCombined64() {
        super("uniqCombined64");
    }

    @Override
    public FunctionDoc doc() {
        return FunctionDoc.of(
                        "Aggregate",
                        "uniqCombined64[(precision)](x[, ...])",
                        "Approximate number of distinct values; 2 to the precision (12 to 20) cells, hashes of 64 bits.")
                .example("SELECT uniqCombined64(number % 10) FROM numbers(1000)", "10");
    }

    @Override
    protected Plain bindPlain(List<Parameter> parameters, List<DataType> arguments) {
        int precision = 17;
        if (parameters.size() > 1) {
            throw Checks.count("Aggregate function uniqCombined64 requires one parameter or less");
        }
        if (!parameters.isEmpty()) {
            long wanted = ParameterValues.integer(parameters.getFirst(), name());
            if (wanted < 12 || wanted > 20) {
                throw new DbException(
                        ErrorCode.PARAMETER_OUT_OF_BOUND,
                        "Parameter for aggregate function uniqCombined64 is out of range: [12, 20]");
            }
            precision = (int) wanted;
        }
        if (arguments.isEmpty()) {
            throw Checks.count("Incorrect number of arguments for aggregate function uniqCombined64");
        }
        int cells = precision;
        return new Plain(Types.UINT64, () -> new CombinedState(arguments, cells, 64));
    }
}
